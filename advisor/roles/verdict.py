"""The verdict in one sentence, and the sentence below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .model import Profile

if TYPE_CHECKING:
    from advisor.rubrics.loader import Rubrics

_NUMBERS = {2: "Two", 3: "Three", 4: "Four"}


def verdict_of(profile: Profile, title: str, friend: str, rubrics: Rubrics) -> tuple[str, str]:
    """Return headline and subline. ``friend`` names another profession, or ""."""
    say, practices = rubrics.data.advice.verdicts, rubrics.practices
    titled = say.titled.format(title=title) if profile.mismatch and title else ""
    if profile.primary == "unclear":
        return say.unclear, say.sub_unclear
    if profile.primary == "outside":
        line = say.outside_friend.format(friend=friend) if friend else say.outside
        return line.format(titled=titled), say.sub_outside
    job = practices[profile.primary].job  # type: ignore[index]
    own = practices[profile.primary].family  # type: ignore[index]
    inside = [practices[f].inside for f in profile.present if f != own]
    if profile.bundled and inside:
        listed = inside[0] if len(inside) == 1 else ", ".join(inside[:-1]) + " and " + inside[-1]
        head = say.bundled.format(job=job, inside=listed, titled=titled)
        sub = say.sub_bundled.format(count=_NUMBERS[len(profile.present)])
    else:
        head = say.focused.format(job=job, titled=titled)
        sub = say.sub_focused.format(practice=practices[profile.primary].name.lower())  # type: ignore[index]
    if profile.mismatch:
        sub = (sub if profile.bundled else "") + (" " if profile.bundled else "") + say.sub_mismatch.format(title=title)
    return head, sub
