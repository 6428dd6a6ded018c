"""Signals → profile: shares, primary practice, families, title verdict, confidence; the sums kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from advisor.practices import ALL_WORK
from advisor.rubrics.models import FAMILIES, PRACTICES

from .model import Confidence, Line, Profile, ShareSum

if TYPE_CHECKING:
    from advisor.matching.matcher import TitleRead
    from advisor.rubrics.loader import Rubrics
    from advisor.rubrics.models import Scoring


def sums_of(lines: Sequence[Line], rubrics: Rubrics) -> tuple[ShareSum, ...]:
    """Count each practice's lines by kind; a line that names several practices is split between them.

    Beside a practice, other functions get the smaller part: the line is read for what it adds to the role.
    """
    weights, beside = rubrics.data.scoring.kind_weights, rubrics.data.scoring.other_beside
    counts: dict[str, list[float]] = {p: [0, 0, 0, 0.0] for p in ALL_WORK}
    column = {"duty": 0, "measure": 1, "skill": 2}
    for line in lines:
        five = [p for p in line.practices if p != "other"]
        split = beside if five and len(five) < len(line.practices) else 0.0
        for practice in line.practices:
            part = (1 - split) / len(five) if practice != "other" else split or 1.0
            row = counts[practice]
            row[column[line.kind]] += 1
            row[3] += weights[line.kind] * part  # type: ignore[index]
    whole = sum(row[3] for row in counts.values())
    return tuple(
        ShareSum(p, int(d), int(m), int(s), round(n, 3), round(n / whole, 4) if whole else 0.0)
        for p, (d, m, s, n) in counts.items()
    )


def present_families(lines: Sequence[Line], rubrics: Rubrics, primary: str, promised: str) -> tuple[str, ...]:
    """Return the families that are a substantial ask: enough duty lines, or enough of the duties.

    What the title has ``promised`` is never there in passing only.
    """
    scoring = rubrics.data.scoring
    family_of = rubrics.family_of
    duties = [line for line in lines if line.is_work]
    found: dict[str, float] = dict.fromkeys(FAMILIES, 0.0)
    desks = {
        family_of[s.practice]
        for line in duties
        for s in line.signals
        if s.cue in scoring.desks and s.practice in line.practices
    }
    for line in duties:
        families = {family_of[p] for p in line.practices if family_of[p]}
        for family in families:
            found[family] += 1 if len(families) == 1 else scoring.shared_line  # type: ignore[index]
    own = family_of.get(primary)
    present = []
    for family in FAMILIES:
        n = found[family]
        if family == own and n:
            present.append(family)
            continue
        share = n / len(duties) if duties else 0.0
        enough = n >= scoring.present_lines + scoring.present_extra.get(family, 0)
        normal = family in scoring.contextual.get(primary, ())  # type: ignore[call-overload]
        alone = n <= 1 and normal and family not in desks and family != family_of.get(promised)
        if (
            n
            and not alone
            and (share >= scoring.present_share or (enough and share >= scoring.present_floor))
        ):
            present.append(family)
    if not duties and own:
        present = [own]
    return tuple(present)


def primary_of(
    sums: Sequence[ShareSum],
    lines: Sequence[Line],
    words: int,
    friend: str,
    title: TitleRead,
    rubrics: Rubrics,
) -> str:
    """Return the practice with most of the work, ``outside`` or ``unclear``."""
    scoring = rubrics.data.scoring
    asks = [line for line in lines if line.kind != "context"]
    five = {s.practice: s.points for s in sums if s.practice != "other"}
    if title.practice in five and five[title.practice] > scoring.title_points_lead * max(five.values()):
        most = scoring.title_points_share * sum(five.values())
        five[title.practice] += min(scoring.title_points * title.weight, most)
    best = max(five, key=lambda p: five[p])
    if words < scoring.minimum_words:
        return "unclear"
    if not five[best] and len(asks) < scoring.minimum_lines:
        return "outside" if friend in {f.id for f in rubrics.data.false_friends if f.no_work} else "unclear"
    known = sum(five.values())
    other = next(s.points for s in sums if s.practice == "other")
    if title.practice == "outside":
        other += scoring.title_points_outside * title.weight
    bound = scoring.outside_share[
        "promised" if title.practice in five else "silent" if title.weight < 1 else "other"
    ]
    if not five[best] or other / (other + known) >= bound or _mostly_unread(lines, scoring):
        return "outside"
    lines_of_best = sum(best in line.practices for line in asks)
    if friend and not (
        best in scoring.friend_yields
        and five[best] / (other + known) >= scoring.friend_yields_share
        and lines_of_best >= scoring.friend_yields_lines
    ):
        return "outside"
    return best


def _mostly_unread(lines: Sequence[Line], scoring: Scoring) -> bool:
    """Whether so few of many duties ask for one of the five practices that the job must be another one."""
    duties = [line for line in lines if line.is_work]
    ours = sum(any(practice != "other" for practice in line.practices) for line in duties)
    return len(duties) >= scoring.outside_unread_duties and ours < scoring.outside_unread * len(duties)


def confidence_of(
    primary: str,
    sums: Sequence[ShareSum],
    duties: int,
    recognised: int,
    title: TitleRead,
    rubrics: Rubrics,
    *,
    foreign: bool = False,
) -> Confidence:
    """Say how sure the reading is: how much of the ad was recognised, how clear the lead is, what the title says."""
    scoring, say = rubrics.data.scoring, rubrics.data.scoring.reasons
    noun = "line" if any(s.measures for s in sums) else "duty"
    ask = f"{duties} {noun if duties == 1 else 'lines' if noun == 'line' else 'duties'}"
    leader = say["leader-outside" if primary == "outside" else "leader"]
    counted = {"recognised": recognised, "duties": duties, "ask": ask, "leader": leader}
    if primary == "unclear":
        return Confidence("low", say["language" if foreign else "unclear"].format(**counted))
    known = recognised / duties if duties else 0.0
    ranked = sorted((s.share for s in sums), reverse=True)
    lead = ranked[0] - ranked[1]
    score = known * scoring.confidence_known + lead * (1 - scoring.confidence_known)
    against = title.weight == 1 and title.practice not in (primary, "unclear")
    clear = score >= scoring.confidence_high
    score -= scoring.confidence_against * against
    if not duties:
        return Confidence("low", say["no_duties"].format(**counted))
    if score >= scoring.confidence_high and duties >= scoring.confidence_duties:
        level, why = "high", "high"
    elif score >= scoring.confidence_medium:
        level, why = "medium", "against" if against and clear else _short_of_high(lead, clear, scoring)
    else:
        well = known >= scoring.confidence_high
        level = "low"
        why = "none" if not recognised else "close" if lead < 0.1 else "medium" if well else "low"
    # The largest share is of a practice, and the job is none of them.
    if primary == "outside" and recognised and max(sums, key=lambda s: s.share).practice != "other":
        why = "shared"
    return Confidence(level, say[why].format(**counted))


def _short_of_high(lead: float, clear: bool, scoring: Scoring) -> str:
    """Return the reason why a confidence is not high: few duties, a narrow lead, or duties not recognised."""
    if clear:
        return "few"
    wide = (scoring.confidence_high - scoring.confidence_known) / (1 - scoring.confidence_known)
    return "partly" if lead >= wide else "medium"


def profile_of(
    lines: Sequence[Line],
    words: int,
    title: TitleRead,
    friend: str,
    rubrics: Rubrics,
    *,
    foreign: bool = False,
) -> Profile:
    """Add the lines up. ``friend`` is the id of a false friend that was found, or ""; a ``foreign`` text is unclear."""
    sums = sums_of(lines, rubrics)
    duty_lines = [line for line in lines if line.is_work]
    duties, recognised = len(duty_lines), sum(1 for line in duty_lines if line.practices)
    primary = "unclear" if foreign else primary_of(sums, lines, words, friend, title, rubrics)
    present = present_families(lines, rubrics, primary, title.practice) if primary != "unclear" else ()
    return Profile(
        primary=primary,
        shares={s.practice: s.share for s in sums},
        present=present,
        bundled=primary not in ("outside", "unclear") and len(present) >= 2,
        mismatch=title.practice in PRACTICES and primary not in (title.practice, "unclear"),
        confidence=confidence_of(primary, sums, duties, recognised, title, rubrics, foreign=foreign),
        sums=sums,
        duties=duties,
        recognised=recognised,
    )
