"""What an ad can say: practices and their cues, kinds of lines, sections, contrasts, titles."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from advisor.practices import Practice

from .base import (
    KINDS,
    Examples,
    Family,
    Id,
    Kind,
    Model,
    Pattern,
    Share,
    Strength,
    Text,
    TitlePractice,
    Weight,
)


class Cue(Model):
    """One thing that an ad can say. ``strength`` is a word for the points a line gets (``scoring.yaml``).

    ``also`` gives the same evidence to other practices, ``against`` takes points from them; ``kinds`` limits a cue to lines of those kinds;
    ``lean`` makes it count only in an ad whose clear lines already lean to the practice, ``mostly`` only where they
    ask mostly for it: for words that say nothing elsewhere. ``turns`` names a practice that gets the cue's points
    instead where the ad asks mostly for that one: "our community" is a page's followers in a social media ad.
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
    lean: bool | Literal["mostly"] = False
    turns: Practice | None = None
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


class Branch(Model):
    """A branch of a practice with a name, titles and measures of its own.

    It holds where one of the cues ``uses`` stands in ``lines`` of the practice's lines or more, in ``share`` of them,
    and in more than one of ``outnumbers`` does.
    """

    id: Id
    name: Text
    job: Text
    stays: Text
    measures: tuple[Text, ...] = Field(min_length=1)
    titles: tuple[Text, ...] = Field(min_length=1)
    uses: tuple[Id, ...] = Field(min_length=1)
    outnumbers: tuple[Id, ...] = ()
    lines: Annotated[int, Field(ge=1, le=20)]
    share: Share
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
    titles: tuple[Text, ...] = Field(min_length=1)
    moves_to: Text
    sources: tuple[Id, ...] = ()
    functions: tuple[Function, ...] = ()
    branches: tuple[Branch, ...] = ()
    cues: tuple[Cue, ...] = ()


class KindCue(Model):
    """Evidence for what a line is. ``points`` are added to that kind's score.

    ``main``: only where the line would else be context and names the work that the ad mostly asks for.
    """

    id: Id
    says: Text
    kind: Kind
    points: Annotated[float, Field(gt=-10, lt=10)]
    main: bool = False
    match: tuple[Pattern, ...] = Field(min_length=1)
    unless: tuple[Pattern, ...] = ()
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
    ``names_work``: for a line in which a practice's cue fired; ``names_main_work`` instead, where the practice is the
    one the ad mostly asks for. The shares (0 to 1) of what neighbours say:
    a bullet's lead-in, the mean of its list, the sentences beside it. Ties go to the kind that stands first in ``order``.
    """

    base: ShapePoints
    section_points: ShapePoints
    after_list: KindPoints = {}
    introduces: KindPoints = {}
    names_work: KindPoints = {}
    names_main_work: KindPoints = {}
    lead_in_share: Share
    list_share: Share
    paragraph_share: Share
    order: Annotated[tuple[Kind, ...], Field(min_length=4, max_length=4)] = KINDS
    cues: tuple[KindCue, ...]


class Section(Model):
    """A part of an ad, the headings that open it, and the kind its lines usually are (``none``: no telling).

    ``denies``: it says what the job is not. ``brief``: a heading of it in a list that was pasted as prose has one sentence.
    """

    id: Id
    name: Text
    kind: Literal["duty", "measure", "skill", "context", "none"]
    headings: tuple[Text, ...] = ()
    denies: bool = False
    brief: bool = False


class Sentences(Model):
    """Words that tell where a sentence ends and where it does not."""

    unfinished: tuple[Text, ...]
    never_end: tuple[Text, ...]
    may_end: tuple[Text, ...]
    first_words: tuple[Text, ...]
    prose_words: tuple[Text, ...]
    name_endings: tuple[Text, ...]


class SectionsFile(Model):
    """``sections.yaml``."""

    sections: tuple[Section, ...]
    sentences: Sentences
    fillers: tuple[Text, ...] = ()
    part_names: tuple[Text, ...] = ()


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


class TitleRule(Model):
    """What a reader expects from a title alone. Rules are tried in order; the first that matches decides.

    ``weight``: which part of the scoring's title points the title gets, from 0 (says nothing of the work) to 1.
    ``established``: a title that its trade knows though it names no practice; nobody is advised to change it.
    """

    id: Id
    practice: TitlePractice
    weight: Share = 1.0
    established: bool = False
    match: tuple[Pattern, ...] = Field(min_length=1)
    unless: tuple[Pattern, ...] = ()
    examples: Examples


class FalseFriend(Model):
    """Another profession that shares our words. ``needs`` distinct patterns must be found.

    ``no_work``: found only in a text that asks for hardly any work. ``below``: the sentence below the headline, instead
    of the one for all friends.
    """

    id: Id
    name: Text
    says: Text
    needs: Annotated[int, Field(ge=1, le=5)] = 2
    no_work: bool = False
    below: Text | None = None
    match: tuple[Pattern, ...] = Field(min_length=1)
    examples: Examples
    sources: tuple[Id, ...] = ()


class ContrastsFile(Model):
    """``contrasts.yaml``."""

    contrasts: tuple[Contrast, ...]


class AroundTitle(Model):
    """What stands around a title in an ad's first lines and is no part of it: words as they are, in small letters.

    ``sure_labels`` and ``labels`` stand before a colon, a dash or the next cell; ``trails`` begin the path to a page;
    ``calls`` stand before the title, up to a mark, ``invitations`` as part of its sentence; ``sentence_starts`` and
    ``sentence_words`` tell a sentence from a title; ``announcers`` stand before an article and a title, ``praise``
    between the two; ``page_lines`` are those of a page around the ad; ``mail_heads`` begin the head lines of a mail.
    ``wanted`` stands behind a title; so do, in a bracket, ``terms`` of the post or numbers of ``term_units``, and names of ``employers``. In a title that is all capitals, ``capitals`` stay so, ``shortened`` words don't
    though they have no vowel, and ``small`` ones are small.
    """

    sure_labels: tuple[Text, ...] = Field(min_length=1)
    labels: tuple[Text, ...] = Field(min_length=1)
    trails: tuple[Text, ...] = Field(min_length=1)
    calls: tuple[Text, ...] = Field(min_length=1)
    invitations: tuple[Text, ...] = Field(min_length=1)
    sentence_starts: tuple[Text, ...] = Field(min_length=1)
    page_lines: tuple[Text, ...] = Field(min_length=1)
    sentence_words: tuple[Text, ...] = Field(min_length=1)
    announcers: tuple[Text, ...] = Field(min_length=1)
    praise: tuple[Text, ...] = Field(min_length=1)
    mail_heads: tuple[Text, ...] = Field(min_length=1)
    wanted: tuple[Text, ...] = Field(min_length=1)
    terms: tuple[Text, ...] = Field(min_length=1)
    term_units: tuple[Text, ...] = Field(min_length=1)
    employers: tuple[Text, ...] = Field(min_length=1)
    capitals: tuple[Text, ...] = Field(min_length=1)
    shortened: tuple[Text, ...] = Field(min_length=1)
    small: tuple[Text, ...] = Field(min_length=1)


class TitlesFile(Model):
    """``titles.yaml``: ordered rules, the words by which a short line looks like a title, and what stands around one."""

    job_words: tuple[Pattern, ...] = Field(min_length=1)
    around: AroundTitle
    titles: tuple[TitleRule, ...]


class FalseFriendsFile(Model):
    """``false_friends.yaml``."""

    false_friends: tuple[FalseFriend, ...]
