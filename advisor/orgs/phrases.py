"""What the words of a seat ask for: its title, and each duty of its list."""

from __future__ import annotations

from bisect import bisect_right

from advisor.matching.negation import denied
from advisor.roles.analyze import analyze_role
from advisor.roles.words import is_words, practices_by_cues
from advisor.rubrics.loader import load_rubrics
from advisor.rubrics.structures import Structures

from .model import RoleDraft
from .parts import part_of
from .result import Phrase
from .vocabulary import vocabulary
from .words import WORD, plain


def named_in(phrase: str, structures: Structures) -> tuple[str, ...]:
    """Return what a bare place, tool or function stands for: "Instagram" is publishing, "the Discord" a members' space."""
    words = vocabulary()
    if only := words.only_function.fullmatch(phrase):  # "Community & social", "does all the social stuff"
        meant = {name.lower(): practice for name, practice in words.data.functions.items()}
        return tuple(
            dict.fromkeys(
                meant[" ".join(m[0].lower().split())] for m in words.function.finditer(only["what"])
            )
        )
    known = {n.name.lower(): n.practice for n in (*words.data.places, *words.data.tools)}
    away = structures.denied(phrase)
    found = [
        m[0] for p in (words.places, words.tools) for m in p.finditer(phrase) if not denied(away, m.start())
    ]
    return tuple(dict.fromkeys(known[" ".join(f.lower().split())] for f in found))


def titled(title: str) -> str:
    """Return the practice that a title promises, other for another profession, "" for none."""
    return load_rubrics().titles.read(title).practice


def listed(draft: RoleDraft, structures: Structures) -> list[Phrase]:
    """Read the duties of a list: where no cue says what a duty is, its responsibility or a bare place does."""
    if not draft.duties:
        return []
    practice_of: dict[str, str] = {r.id: r.practice for r in structures.data.responsibilities}
    text, starts = f"{draft.title}\n\nResponsibilities\n", []
    bare = [part_of(duty, vocabulary())[1] for duty in draft.duties]
    for duty in bare:
        starts.append(len(text))
        text += f"- {duty}\n"
    practices: list[list[str]] = [[] for _ in draft.duties]
    away = [structures.denied(duty) for duty in bare]
    threshold = load_rubrics().data.scoring.line_threshold
    for line in analyze_role(text, title=draft.title[:200] or None).lines:
        if line.start >= starts[0]:
            k = bisect_right(starts, line.start) - 1
            begin = starts[k] + len("- ")
            said = {
                s.practice for s in line.signals if not is_words(s) and not denied(away[k], s.start - begin)
            }
            asked = practices_by_cues(
                line, threshold
            )  # a few words of a list are too few to weigh one by one
            practices[k] += [p for p in asked if p in said and p not in practices[k]]
    found, hours = [], vocabulary().data.hours_as_duty.partition("{")[0]
    for whole, duty, of_lines in zip(draft.duties, bare, practices, strict=True):
        held, names = structures.responsibilities(duty), of_lines
        if structures.own_posts(duty):
            held = tuple(r for r in held if practice_of[r] != "moderation") or ("publishing",)
            names = list(
                dict.fromkeys(("social_media", *(p for p in names if p not in ("moderation", "other"))))
            )
        if not any(p != "other" for p in names):
            names = [practice_of[r] for r in held] or [*named_in(duty, structures), *names]
        elif "moderation" not in names or vocabulary().only_function.fullmatch(duty):
            # Watching the Discord is moderation; the place adds nothing to it. "Support and moderation" are two.
            names = [*names, *named_in(duty, structures)]
        if whole.startswith(hours):
            names = []  # "Hours: office hours" tells when, and asks for nothing
        found.append(Phrase(whole, tuple(dict.fromkeys(names)), held))
    return found


def beside_work(phrase: str) -> bool:
    """Whether a phrase tells of a seat and no work: "in two shifts", "one on leave", "Manila", "50%"."""
    words = vocabulary()
    places = [plain(word[0]) in words.qualifiers for word in WORD.finditer(phrase)]
    return words.beside_work.match(phrase) is not None or (bool(places) and all(places))
