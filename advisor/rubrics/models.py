"""What a rubric may say: the schema of every file in ``rubrics/`` as frozen models.

Unknown keys are errors. Ids are stable names; texts are for people who do not program.
"""

from __future__ import annotations

from string import Formatter
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

Practice = Literal["community", "social_media", "support", "moderation", "trust_safety", "other"]
Family = Literal["community", "social_media", "support", "moderation"]
Kind = Literal["duty", "measure", "skill", "context"]
Strength = Literal["strong", "medium", "weak"]
Severity = Literal["blocking", "serious", "advice"]
TitlePractice = Literal["community", "social_media", "support", "moderation", "trust_safety", "outside", "unclear"]

PRACTICES: tuple[Practice, ...] = ("community", "social_media", "support", "moderation", "trust_safety")
FAMILIES: tuple[Family, ...] = ("community", "social_media", "support", "moderation")
KINDS: tuple[Kind, ...] = ("duty", "measure", "skill", "context")

Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9]*([._-][A-Za-z0-9]+)*$")]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Pattern = Annotated[str, StringConstraints(min_length=2)]
Weight = Annotated[float, Field(gt=-6, lt=6)]
Share = Annotated[float, Field(ge=0, le=1)]


def _words(*allowed: str) -> AfterValidator:
    """Refuse a text that names anything but the ``allowed`` words in braces."""

    def check(text: str) -> str:
        said = "none here" if not allowed else ", ".join("{" + word + "}" for word in allowed)
        try:
            names = [name for _, name, spec, how in Formatter().parse(text) if name is not None or spec or how]
        except ValueError as error:
            raise ValueError(f"a text whose braces are pairs, with words of these: {said} ({error})") from None
        if wrong := [name for name in names if name not in allowed]:
            raise ValueError(f"words in braces of these: {said}; found {{{wrong[0]}}}")
        return text

    return AfterValidator(check)


FINDING_WORDS = ("title", "count", "Count", "families", "primary", "friend", "size")
FindingText = Annotated[Text, _words(*FINDING_WORDS)]


class Model(BaseModel):
    """A frozen model that knows every key it may have."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Examples(Model):
    """Lines that prove a cue: ``fires`` must match, ``quiet`` are near misses that must not."""

    fires: tuple[Text, ...] = Field(min_length=1)
    quiet: tuple[Text, ...] = Field(min_length=1)


class Cue(Model):
    """One thing that an ad can say. ``strength`` is a word for the points a line gets (``scoring.yaml``).

    ``also`` gives the same evidence to other practices, ``against`` takes points from them; ``kinds`` limits a cue to lines of those kinds;
    ``lean`` makes it count only in an ad whose clear lines already lean to the practice.
    """

    id: Id
    says: Text
    strength: Strength = "strong"
    weight: Weight | None = None
    also: dict[Practice, Strength] = {}
    against: dict[Practice, Strength] = {}
    match: tuple[Pattern, ...] = Field(min_length=1)
    unless: tuple[Pattern, ...] = ()
    kinds: tuple[Kind, ...] = ()
    lean: bool = False
    function: Id | None = None
    examples: Examples
    sources: tuple[Id, ...] = ()


class Function(Model):
    """Work of another department: when it is fine inside a community role, when it makes a bundle."""

    id: Id
    name: Text
    fine_when: Text
    bundle_when: Text
    moves_to: Text
    sources: tuple[Id, ...] = ()


class PracticeFile(Model):
    """``practices/<practice>.yaml``."""

    practice: Practice
    name: Text
    short: Text
    letter: Annotated[str, StringConstraints(pattern=r"^[A-Z]{1,2}$")]
    family: Family | None = None
    says: Text
    job: Text
    inside: Text
    is_not: Text
    keeps: tuple[Text, ...] = ()
    measures: tuple[Text, ...] = ()
    titles: tuple[Text, ...] = ()
    moves_to: Text
    sources: tuple[Id, ...] = ()
    functions: tuple[Function, ...] = ()
    cues: tuple[Cue, ...] = ()


def _whole_words(pattern: str) -> str:
    if "*" in pattern or "<figure>" in pattern:
        raise ValueError("whole words and groups (the patterns of kinds take no “word*” and no <figure>)")
    return pattern


WholeWords = Annotated[Pattern, AfterValidator(_whole_words)]


class KindCue(Model):
    """Evidence for what a line is. ``points`` are added to that kind's score."""

    id: Id
    says: Text
    kind: Kind
    points: Annotated[float, Field(gt=-10, lt=10)]
    match: tuple[WholeWords, ...] = Field(min_length=1)
    unless: tuple[WholeWords, ...] = ()
    examples: Examples


KindPoints = dict[Kind, Annotated[float, Field(gt=-10, lt=10)]]


class ShapePoints(Model):
    """Points for each kind, for the items of a list and for prose."""

    bullet: KindPoints = {}
    prose: KindPoints = {}


class KindsFile(Model):
    """``kinds.yaml``: how a line is told to be a duty, a measure, a skill or context.

    ``base``: what every line starts with. ``section_points``: what the kind of the line's section gets.
    ``after_list``: for prose after bullets under the same heading; ``introduces``: for a line that leads a list in;
    ``names_work``: for a line in which a practice's cue fired. The shares (0 to 1) of what neighbours say:
    a bullet's lead-in, the mean of its list, the sentences beside it. Ties go to the kind that stands first in ``order``.
    """

    says: Text
    base: ShapePoints
    section_points: ShapePoints
    after_list: KindPoints = {}
    introduces: KindPoints = {}
    names_work: KindPoints = {}
    lead_in_share: Share
    list_share: Share
    paragraph_share: Share
    order: Annotated[tuple[Kind, ...], Field(min_length=4, max_length=4)] = KINDS
    cues: tuple[KindCue, ...]


class Section(Model):
    """A part of an ad, the headings that open it, and the kind its lines usually are (``none``: no telling)."""

    id: Id
    name: Text
    kind: Literal["duty", "measure", "skill", "context", "none"]
    headings: tuple[Text, ...] = ()
    words: tuple[Text, ...] = ()


class Sentences(Model):
    """Words that tell where a sentence ends and where it does not."""

    never_end: tuple[Text, ...]
    may_end: tuple[Text, ...]
    first_words: tuple[Text, ...]
    name_endings: tuple[Text, ...]


class SectionsFile(Model):
    """``sections.yaml``."""

    sections: tuple[Section, ...]
    sentences: Sentences
    fillers: tuple[Text, ...] = ()


class Pole(Model):
    """One end of a contrast: its name, cues of its own and practice cues that also speak for it."""

    says: Text
    match: tuple[Pattern, ...] = ()
    unless: tuple[Pattern, ...] = ()
    uses: tuple[Id, ...] = ()
    examples: Examples


class Contrast(Model):
    """One dimension on which community and social media differ.

    Lines of context count only with ``context``: who a role reports to is said there.
    """

    id: Id
    name: Text
    question: Text
    context: bool = False
    community: Pole
    social: Pole
    sources: tuple[Id, ...] = Field(min_length=1)


class Mark(Model):
    """Something an ad says that is evidence for a finding, not for a practice.

    ``where`` says whether it is looked for in the ad's lines, its title or both; ``kinds`` limits it to lines of those kinds.
    """

    id: Id
    says: Text
    match: tuple[Pattern, ...] = Field(min_length=1)
    unless: tuple[Pattern, ...] = ()
    kinds: tuple[Kind, ...] = ()
    where: tuple[Literal["lines", "title"], ...] = Field(("lines",), min_length=1)
    examples: Examples
    sources: tuple[Id, ...] = ()


class When(Model):
    """The conditions of a finding. All that are given must hold; ``any_of`` needs one of its own.

    ``has`` needs one of its cues, marks or false friends (or ``has_at_least`` of them), ``has_all`` every one, ``lacks`` none.
    ``present`` needs one of its families in the role, ``absent`` none; ``practice_lines`` needs one duty of one of these practices, ``no_lines`` no duty of any, ``share_at_least`` a share (0 to 1) for each that it names;
    ``friend`` asks whether another profession that shares our words was recognised.
    """

    families_at_least: Annotated[int, Field(ge=1, le=4)] | None = None
    families_at_most: Annotated[int, Field(ge=0, le=4)] | None = None
    practices_at_least: Annotated[int, Field(ge=1, le=5)] | None = None
    primary: tuple[TitlePractice, ...] = ()
    not_primary: tuple[TitlePractice, ...] = ()
    present: tuple[Family, ...] = ()
    absent: tuple[Family, ...] = ()
    practice_lines: tuple[Practice, ...] = ()
    no_lines: tuple[Practice, ...] = ()
    share_at_least: dict[Practice, Share] = {}
    title: tuple[TitlePractice, ...] = ()
    mismatch: bool | None = None
    bundled: bool | None = None
    friend: bool | None = None
    has: tuple[Id, ...] = ()
    has_at_least: Annotated[int, Field(ge=1, le=9)] = 1
    has_all: tuple[Id, ...] = ()
    lacks: tuple[Id, ...] = ()
    duties_at_least: Annotated[int, Field(ge=0)] | None = None
    has_measures: bool | None = None
    any_of: tuple[When, ...] = ()


class FindingRule(Model):
    """One finding: when it is raised, how grave it is, why, and what to do next.

    ``small`` is the severity in a very small organisation, ``small_next_step`` its advice. ``lines`` says what is
    quoted: lines of the cues, marks and false friends named in ``when``, duties of the families present, duties of
    the practices named in ``practice_lines`` or ``share_at_least``, measures, duties of the primary practice, or none.
    Texts may use {title}, {count}, {Count}, {families}, {primary}, {friend} and {size}. A finding that ``replaces``
    others stands instead of them.
    """

    id: Id
    title: FindingText
    severity: Severity
    small: Severity | None = None
    small_next_step: FindingText | None = None
    when: When
    lines: tuple[Literal["marks", "families", "practices", "measures", "primary", "none"], ...] = ("marks",)
    replaces: tuple[Id, ...] = ()
    why: FindingText
    next_step: FindingText
    sources: tuple[Id, ...] = Field(min_length=1)


class TitleRule(Model):
    """What a reader expects from a title alone. Rules are tried in order; the first that matches decides."""

    id: Id
    practice: TitlePractice
    match: tuple[Pattern, ...] = Field(min_length=1)
    unless: tuple[Pattern, ...] = ()
    examples: Examples


class FalseFriend(Model):
    """Another profession that shares our words. ``needs`` distinct patterns must be found."""

    id: Id
    name: Text
    says: Text
    needs: Annotated[int, Field(ge=1, le=5)] = 2
    match: tuple[Pattern, ...] = Field(min_length=1)
    examples: Examples
    sources: tuple[Id, ...] = ()


class Source(Model):
    """Where knowledge comes from. A heuristic of ours says so."""

    id: Id
    author: Text
    title: Text
    year: Annotated[int, Field(ge=1980, le=2100)] | None = None
    where: Text
    kind: Literal["authority", "support", "web", "guideline", "ours"]


class Scoring(Model):
    """``scoring.yaml``: every number that turns signals into a profile, each adjustable."""

    version: Text
    strengths: dict[Strength, Annotated[float, Field(gt=0, le=6)]]
    line_threshold: Annotated[float, Field(gt=0, le=10)]
    kind_weights: dict[Kind, Share]
    lean_share: dict[Practice, Share]
    title_lean: Annotated[float, Field(ge=0, le=20)]
    title_points: Annotated[float, Field(ge=0, le=20)]
    present_lines: Annotated[int, Field(ge=1, le=20)]
    present_share: Share
    present_floor: Share
    present_extra: dict[Family, Annotated[int, Field(ge=0, le=10)]] = {}
    contextual: dict[Practice, tuple[Family, ...]] = {}
    outside_share: Share
    practice_lines: Annotated[int, Field(ge=1, le=20)]
    minimum_words: Annotated[int, Field(ge=0)]
    minimum_lines: Annotated[int, Field(ge=0)]
    small_org: Annotated[int, Field(ge=1)]
    confidence_high: Share
    confidence_medium: Share
    confidence_known: Share
    confidence_duties: Annotated[int, Field(ge=0)]
    reasons: dict[Id, Text] = {}


class Vocabulary(Model):
    """``vocabulary.yaml``: groups of words, irregular forms, and what negates."""

    groups: dict[Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")], tuple[Pattern, ...]]
    irregular: dict[str, tuple[str, ...]] = {}
    negation: tuple[Pattern, ...]
    negation_ends: tuple[Pattern, ...]
    not_negation: tuple[Pattern, ...]


class Move(Model):
    """Where work goes when it leaves a role, and in which order.

    A move takes the duties and measures of its ``practice`` where that practice's family is bundled in. With ``when``
    it takes the lines of the cues and marks that ``when`` names, whoever's they are, where its conditions hold.
    """

    id: Id
    practice: Practice
    order: Annotated[int, Field(ge=1, le=9)]
    what: Text
    when: When | None = None
    to: Text
    why: Text
    sources: tuple[Id, ...] = ()


class TwoHats(Model):
    """What a very small organisation does instead of splitting the role."""

    says: Text
    steps: tuple[Text, ...] = Field(min_length=1)
    sources: tuple[Id, ...] = Field(min_length=1)


class Summaries(Model):
    """One sentence that sums up the advice, by what the role turned out to be."""

    focused: Annotated[Text, _words("job", "practice")]
    retitle: Annotated[Text, _words("job", "practice")]
    focused_moves: Annotated[Text, _words("job", "practice")]
    bundled: Annotated[Text, _words("job", "practice")]
    bundled_small: Annotated[Text, _words("job", "practice")]
    outside: Text
    unclear: Text


class TitleAdvice(Model):
    """Why a title is kept or changed; ``{title}``, ``{better}`` and ``{practice}`` are filled in."""

    keep: Annotated[Text, _words("title", "better", "practice")]
    change: Annotated[Text, _words("title", "better", "practice")]
    vague: Annotated[Text, _words("title", "better", "practice")]
    missing: Annotated[Text, _words("title", "better", "practice")]


class Inside(Model):
    """Another name in the headline for bundled work of ``family``, where ``when`` holds ("a night watch")."""

    family: Family
    when: When
    says: Text


class Verdicts(Model):
    """The sentences of the verdict. A headline starts with a capital whatever fills it."""

    focused: Annotated[Text, _words("job", "titled")]
    as_titled: Annotated[Text, _words("job")]
    bundled: Annotated[Text, _words("job", "inside", "titled")]
    unsure: Annotated[Text, _words("headline")]
    titled: Annotated[Text, _words("title")]
    outside: Annotated[Text, _words("titled")]
    outside_friend: Annotated[Text, _words("friend", "titled")]
    unclear: Annotated[Text, _words()]
    unclear_titled: Annotated[Text, _words("title")]
    insides: tuple[Inside, ...] = ()
    promises: dict[Practice, Text]
    asks: dict[Practice, Text]
    sub_focused: Annotated[Text, _words("practice")]
    sub_bundled: Annotated[Text, _words("count")]
    sub_mismatch: Annotated[Text, _words("promise", "ask")]
    sub_outside: Text
    sub_outside_mismatch: Annotated[Text, _words("promise")]
    sub_friend: Text
    sub_unclear: Text


class AdviceFile(Model):
    """``advice.yaml``: what stays, what moves, and the advice for a very small organisation."""

    verdicts: Verdicts
    moves: tuple[Move, ...]
    two_hats: TwoHats
    stays: dict[Practice, Text]
    summaries: Summaries
    titles: TitleAdvice


class ContrastsFile(Model):
    """``contrasts.yaml``."""

    contrasts: tuple[Contrast, ...]


class MarksFile(Model):
    """``marks.yaml``."""

    marks: tuple[Mark, ...]


class FindingsFile(Model):
    """``findings.yaml``."""

    findings: tuple[FindingRule, ...]


class TitlesFile(Model):
    """``titles.yaml``: ordered rules, and the words by which a short line looks like a title."""

    job_words: tuple[Pattern, ...] = Field(min_length=1)
    titles: tuple[TitleRule, ...]


class FalseFriendsFile(Model):
    """``false_friends.yaml``."""

    false_friends: tuple[FalseFriend, ...]


class SourcesFile(Model):
    """``sources.yaml``."""

    sources: tuple[Source, ...]


class RubricsData(Model):
    """Everything in ``rubrics/``, validated."""

    scoring: Scoring
    vocabulary: Vocabulary
    practices: tuple[PracticeFile, ...]
    kinds: KindsFile
    contrasts: tuple[Contrast, ...]
    marks: tuple[Mark, ...]
    findings: tuple[FindingRule, ...]
    job_words: tuple[Pattern, ...]
    titles: tuple[TitleRule, ...]
    false_friends: tuple[FalseFriend, ...]
    advice: AdviceFile
    sources: tuple[Source, ...]
