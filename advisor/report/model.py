"""The report: the one result object that page, PDF, Markdown and JSON render.

A report is what it is about (:class:`Meta`) and its parts: roles, a team, readiness, any of them together. Renderers add nothing and judge nothing.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args

from advisor.errors import InputError
from advisor.rubrics.joint import load_joint
from advisor.rubrics.loader import load_rubrics
from advisor.wording import counted, joined, lower_first, upper_first

from .held import Held, held_of
from .meeting import Dispute, disputes_of
from .merged import Window, conclusion, names_of, plan
from .method import ChapterView, Method, method_of
from .method import to_dict as method_dict
from .org_view import OrgView, org_view
from .readiness_view import ReadinessView, readiness_view
from .role_view import RoleView, role_view
from .shown import LONGEST_AD, LONGEST_ADS, Printed, printed

if TYPE_CHECKING:
    from advisor.orgs.result import OrgAnalysis
    from advisor.readiness.model import Readiness
    from advisor.roles.model import RoleAnalysis
    from advisor.rubrics.loader import Rubrics
    from advisor.rubrics.models import Source
    from advisor.rubrics.readiness import Questionnaire

SCHEMA = "advisor.report/1"
Paper = Literal["A4", "Letter"]
PAPERS: tuple[Paper, ...] = get_args(Paper)
LONGEST = 120  # characters of a title, an organisation's or an author's name: what a running head can hold
MOST_ROLES = 50


class Meta(NamedTuple):
    """What stands in the title block. ``client`` and ``prepared_by`` may be ""; ``rubrics`` is a version."""

    title: str
    client: str
    prepared_by: str
    date: dt.date
    paper: Paper
    rubrics: str


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that one document says, ready for any face.

    ``roles`` come in the order given. ``disputes`` are strong answers that a finding of another part calls in
    question; they stand here and not among the strengths of ``readiness``. ``sources`` are those that the parts name, in the order they are first
    named: a source's number is its place in it, from 1.
    """

    meta: Meta
    roles: tuple[RoleView, ...]
    org: OrgView | None
    readiness: ReadinessView | None
    disputes: tuple[Dispute, ...]
    method: Method
    sources: tuple[Source, ...]

    @property
    def date_text(self) -> str:
        """The date as a reader writes it: 21 November 2026."""
        return f"{self.meta.date.day} {self.meta.date:%B %Y}"

    @property
    def several(self) -> bool:
        """Whether there is more than one part: then a first page stands before them."""
        return len(self.roles) + (self.org is not None) + (self.readiness is not None) > 1

    @property
    def summary(self) -> str:
        """What the report says, in one line."""
        if self.several:
            return "; ".join(
                [
                    *([f"{counted(len(self.roles), 'role')} reviewed"] if self.roles else []),
                    *(["a team mapped"] if self.org else []),
                    *(["readiness judged"] if self.readiness else []),
                ]
            )
        return self.alone.headline

    @property
    def heading(self) -> tuple[str, ...]:
        """The title, and what the report says unless the title says it already."""
        return (self.meta.title,) if self.summary == self.meta.title else (self.meta.title, self.summary)

    @property
    def alone(self) -> RoleView | OrgView | ReadinessView:
        """The only part of a report that has one; the first of several."""
        return self.roles[0] if self.roles else self.org or self.readiness  # type: ignore[return-value]

    @property
    def conclusion(self) -> str:
        """What all parts come to, in one sentence."""
        return conclusion(self.roles, self.org, self.readiness) if self.several else self.alone.headline

    @property
    def plan(self) -> tuple[Window, ...]:
        """One plan for all parts, nothing twice."""
        return plan(self.roles, self.org, self.readiness, self.disputes)

    @property
    def held(self) -> Held | None:
        """What waits for the verdict on readiness."""
        named = list(zip(names_of(self.roles), self.roles, strict=True))
        return held_of(self.org.analysis if self.org else None, named, self.readiness)

    @property
    def disputes_head(self) -> str:
        """What the disputes are called."""
        return load_joint().says.disputes

    @property
    def disputes_brief(self) -> str:
        """The disputes in one sentence, "" without any."""
        names = ", ".join(lower_first(d.name) for d in self.disputes)
        return load_joint().says.disputes_brief.format(names=names) if names else ""

    @property
    def chapters(self) -> tuple[ChapterView, ...]:
        """What is said of how the parts of this report were judged."""
        parts = {"readiness": self.readiness, "team": self.org, "roles": self.roles}
        return tuple(chapter for chapter in self.method.chapters if parts[chapter.part])

    def printed_ads(self) -> list[Printed]:
        """Return what is printed of each role's ad; many ads share the room of an appendix."""
        longest = min(LONGEST_AD, LONGEST_ADS // max(1, len(self.roles)))
        return [printed(role, longest) for role in self.roles]

    def number(self, source: Source) -> int:
        """Return the number of ``source`` in the list of sources, from 1."""
        return self.sources.index(source) + 1

    def to_dict(self) -> dict[str, Any]:
        """Return the ``advisor.report/1`` object: plain dicts and lists, ready for JSON."""
        return {
            "schema": SCHEMA,
            **self.meta._asdict(),
            "date": self.meta.date.isoformat(),
            "roles": [role.analysis.to_dict() for role in self.roles],
            "org": self.org.analysis.to_dict() if self.org else None,
            "readiness": self.readiness.result.to_dict() if self.readiness else None,
            "conclusion": self.conclusion,
            "plan": [
                {
                    "window": w.name,
                    "actions": [{**a._asdict(), "why": list(a.why)} for a in w.actions],
                }
                for w in self.plan
            ],
            "disputes": [d._asdict() for d in self.disputes],
            "method": method_dict(self.method),
            "sources": [source.model_dump() for source in self.sources],
        }


def check_role_count(number: int) -> None:
    """Raise InputError for more roles than one report holds; for faces that would read them all before."""
    if number > MOST_ROLES:
        raise InputError(
            "too-many",
            f"{number} job descriptions are more than one report holds ({MOST_ROLES}).",
            "Leave some out, or make several reports.",
        )


def _named(what: str, text: str | None) -> str:
    """Return a name on one line, without control characters, or "". Raises InputError when it is too long."""
    visible = "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in text or "")
    name = " ".join(visible.split())
    if len(name) > LONGEST:
        raise InputError(
            "name-too-long",
            f"The {what} has {len(name)} characters; a report's head holds {LONGEST}.",
            "Shorten it; longer explanations belong in the text.",
        )
    return name


def build_report(
    roles: Sequence[RoleAnalysis] = (),
    *,
    org: OrgAnalysis | None = None,
    readiness: Readiness | None = None,
    title: str | None = None,
    client: str | None = None,
    prepared_by: str | None = None,
    date: dt.date,
    paper: str = "A4",
    rubrics: Rubrics | None = None,
    questionnaire: Questionnaire | None = None,
) -> Report:
    """Collect results into one report.

    ``roles``: up to ``MOST_ROLES`` analyses, made with ``rubrics`` (the shipped ones when None). ``org``: a team's map.
    ``readiness``: a result of the questionnaire, made with ``questionnaire``. One of them is needed. ``title``: of the report, made from its
    parts when None or blank. ``client``: the organisation. Names have at most 120 characters.
    ``date`` is printed and is the file's own date: the same input gives the same bytes. ``paper`` is A4 or
    Letter. Raises :class:`advisor.errors.InputError` when a name is too long, the paper is unknown, there is
    nothing to report, or there are too many roles.
    """
    if not roles and org is None and readiness is None:
        raise InputError(
            "empty",
            "A report needs at least one part.",
            "Add a job description, a team, or answers to the questionnaire.",
        )
    check_role_count(len(roles))
    known = {p.lower(): p for p in PAPERS}
    if paper.lower() not in known:
        raise InputError("paper", f"The paper “{paper[:20]}” is not known.", "Use A4 or Letter.")
    rubrics = rubrics or load_rubrics()
    views = tuple(role_view(role, rubrics) for role in roles)
    ready = readiness_view(readiness, questionnaire) if readiness else None
    team = org_view(org) if org else None
    disputes = disputes_of(list(zip(names_of(views), views, strict=True)), team, ready)
    if ready:
        shaken = {d.item for d in disputes}
        ready = ready._replace(strengths=tuple(s for s in ready.strengths if s.item not in shaken))
    name = _named("report's title", title) or _title(views, team, ready)
    meta = Meta(
        name,
        _named("organisation's name", client),
        _named("author's name", prepared_by),
        date,
        known[paper.lower()],
        rubrics.version,
    )
    named = [source for view in views for source in view.sources]
    named += team.sources if team else ()
    named += ready.sources if ready else ()
    return Report(meta, views, team, ready, disputes, method_of(rubrics), tuple(dict.fromkeys(named)))


def _title(views: Sequence[RoleView], team: OrgView | None, ready: ReadinessView | None) -> str:
    parts = [
        *([("Roles" if len(views) > 1 else "Role")] if views else []),
        *(["team"] if team else []),
        *(["readiness"] if ready else []),
    ]
    if len(parts) > 1:
        said = joined(parts)
        return upper_first(said)
    if team:
        return "The team, mapped"
    if ready:
        return "Ready for community management?"
    if len(views) > 1:
        return f"{len(views)} roles reviewed"
    title = views[0].title
    if not title:
        return "A job description reviewed"
    return f"“{title[:80].rstrip()}…” reviewed" if len(title) > 80 else f"“{title}” reviewed"
