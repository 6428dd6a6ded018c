"""The verdict in one sentence, and the sentence below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.rubrics.models import PRACTICES
from advisor.wording import joined, number_word, upper_first

from .findings import Facts, holds
from .spoken import spoken

if TYPE_CHECKING:
    from advisor.rubrics.loader import Rubrics


def verdict_of(facts: Facts, rubrics: Rubrics) -> tuple[str, str]:
    """Return headline and subline: one sentence each, or two below a bundle whose title promises other work."""
    say, profile = rubrics.data.advice.verdicts, facts.profile
    title = spoken(facts.title, rubrics)
    if facts.foreign:
        return say.language, say.sub_language
    if profile.primary == "unclear":
        return (say.unclear_titled.format(title=title) if facts.title else say.unclear), say.sub_unclear
    titled = say.titled.format(title=title) if profile.mismatch and facts.title else ""
    if profile.primary == "outside":
        friend = facts.friend
        head = (
            say.outside_friend.format(friend=friend.name, titled=titled)
            if friend
            else say.outside.format(titled=titled)
        )
        if friend:
            return upper_first(head), friend.below or say.sub_friend
        if profile.mismatch:
            return upper_first(head), say.sub_outside_mismatch.format(promise=_promise(facts, rubrics))
        return upper_first(head), say.sub_outside
    practice = rubrics.practices[profile.primary]  # type: ignore[index]
    job = (facts.branch or practice).job
    rivals = [rubrics.practices[p] for p in facts.rivals(rubrics)]  # type: ignore[index]
    named = {practice.family, *(p.family for p in rivals)}
    present = facts.jobs(rubrics)
    inside = [_inside(f, facts, rubrics) for f in present if f not in named]
    below = []
    if rivals:
        head = (say.tied if len(rivals) == 1 else say.tied_many).format(
            job=job,
            rivals=joined([p.job for p in rivals]),
            count=number_word(len(rivals) + 1).capitalize(),
            names=joined([say.names[p.practice] for p in (practice, *rivals)]),
            inside=say.tied_inside.format(inside=joined(inside)) if inside else "",
            titled=titled,
        )
        below.append(say.sub_tied.format(count=number_word(len(present)).capitalize()))
    elif profile.bundled and inside:
        head = say.bundled.format(job=job, inside=joined(inside), titled=titled)
        below.append(say.sub_bundled.format(count=number_word(len(present)).capitalize()))
    elif facts.title and facts.title_practice == practice.practice:
        head = say.as_titled.format(job=job)
    else:
        head = say.focused.format(job=job, titled=titled)
    size = facts.lead(rubrics)
    lead = rubrics.data.advice.leads[size].work
    if profile.mismatch:
        asks = [p.name.lower() for p in (practice, *rivals)] if rivals else [say.asks[practice.practice]]
        work = lead.format(ask=joined(asks))
        below.append(say.sub_mismatch.format(promise=_promise(facts, rubrics), work=work))
    if profile.confidence.level == "low":
        head = say.unsure.format(headline=head[:1].lower() + head[1:])
    work = lead.format(ask=facts.branch.name if facts.branch else practice.name.lower())
    shares = profile.shares
    close = [p for p in PRACTICES if shares[p] >= shares[practice.practice] - rubrics.data.advice.tie]
    if not below and len(close) > 1 and size != "beside":
        names = joined([rubrics.practices[p].name.lower() for p in close])
        return upper_first(head), upper_first(say.sub_close.format(names=names))
    if not below and not profile.duties:
        return upper_first(head), say.sub_no_duties
    alone = say.sub_beside if size == "beside" else say.sub_focused
    return upper_first(head), " ".join(below) or upper_first(alone.format(work=work))


def _promise(facts: Facts, rubrics: Rubrics) -> str:
    return rubrics.data.advice.verdicts.promises[facts.title_practice]  # type: ignore[index]


def _inside(family: str, facts: Facts, rubrics: Rubrics) -> str:
    """Name the bundled work of ``family``: by the first special name whose condition holds, else its own."""
    for special in rubrics.data.advice.verdicts.insides:
        if special.family == family and holds(special.when, facts, rubrics):
            return special.says
    return rubrics.practices[facts.leader(family, rubrics)].inside  # type: ignore[index]
