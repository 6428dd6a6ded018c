"""What a reading may have got wrong: two mentions of one role, circles of managers."""

from __future__ import annotations

from advisor.rubrics.organisations import load_organisations

from .model import RoleDraft
from .words import WORD, plain


def key_of(title: str) -> str:
    """Return the name by which two mentions of one role are known to be the same: no number, rank or plural."""
    bare = [plain(w).removesuffix("s") for w in WORD.findall(title)]
    return (
        " ".join(w for w in bare if w not in ("part-time", "full-time", "volunteer", "our", "the"))
        or title.lower()
    )


def volunteers(title: str) -> bool:
    """Whether a title is that of volunteers, not of those who lead or coordinate them."""
    data = load_organisations()
    said = [plain(w) for w in WORD.findall(title)]
    return any(w in data.volunteers for w in said) and said[-1].removesuffix("s") not in data.leads_others


def supplied(draft: RoleDraft) -> bool:
    """Whether a seat is a supplier's, as its title or a duty says: "Agency (Storyline)", "BPO in Lisbon", "outsourced"."""
    data, said = load_organisations(), [plain(word) for word in WORD.findall(draft.title)]
    if said and said[-1] in data.leads_others:  # "Vendor manager"
        return False
    told = bool(_outside(draft.title)) or draft.title.endswith(data.of_outsourced.format(title=""))
    return told or any(map(is_outside, draft.duties)) or is_supplier(draft.title)


def is_outside(duty: str) -> bool:
    """Whether a duty tells whose people they are: "BPO in Lisbon", "agency Storyline", but no "vendor management"."""
    if any(said in duty.lower() for said in load_organisations().outsourced):  # "in Gdańsk (outsourced to …)"
        return True
    found = _outside(duty)
    return bool(found) and (len(found) == 1 or found[1] in ("in", "at", "from") or found[1][0].isupper())


def _outside(said: str) -> list[str]:
    """Return the first two words that matter where the first names somebody outside, else none."""
    data = load_organisations()
    found = [word for word in WORD.findall(said) if plain(word) not in data.before_outside]
    return found[:2] if found and plain(found[0]) in data.outside else []


def is_supplier(title: str) -> bool:
    """Whether a title names an outside firm by what it is: "Security agency"."""
    return title.lower().endswith(tuple(load_organisations().suppliers))


def leads(title: str) -> bool:
    """Whether a title may be that of somebody who leads others: any manager's, too."""
    data = load_organisations()
    return bool({plain(w) for w in WORD.findall(title)} & {*data.leaders, *data.team_leads})


def is_chief(title: str) -> bool:
    """Whether a title is surely that of somebody who leads others: "Head of Care", "CMO", but no "Community manager"."""
    data, said = load_organisations(), [plain(w) for w in WORD.findall(title)]
    return title.lower() in data.leaders or bool(said and {said[0], said[-1]} & {*data.chiefs})


def circles(roles: tuple[RoleDraft, ...]) -> list[list[str]]:
    """Return the chains of roles that report to each other in a circle."""
    above = {key_of(r.title): key_of(r.reports_to) for r in roles if r.reports_to}
    names = {key_of(r.title): r.title for r in roles}
    found, done = [], set[str]()
    for start in above:
        path: list[str] = []
        at = start
        while at in above and at not in path and at not in done:
            path.append(at)
            at = above[at]
        if at in path:
            found.append([names.get(k, k) for k in path[path.index(at) :]])
        done.update(path)
    return found
