"""What a rubric may say: the schema of every file in ``rubrics/`` as frozen models.

Unknown keys are errors. Ids are stable names; texts are for people who do not program.
"""

from __future__ import annotations

from advisor.practices import PRACTICES, Practice

from .advice import (
    AdviceFile,
    Inside,
    LeadKind,
    Move,
    Summaries,
    TitleAdvice,
    TwoHats,
    Verdicts,
)
from .base import (
    FAMILIES,
    KINDS,
    Examples,
    Family,
    Id,
    Kind,
    Model,
    Pattern,
    Severity,
    Share,
    Strength,
    Text,
    TitlePractice,
    Weight,
    words,
)
from .cues import (
    AroundTitle,
    Branch,
    Contrast,
    ContrastsFile,
    Cue,
    FalseFriend,
    FalseFriendsFile,
    Function,
    KindCue,
    KindPoints,
    KindsFile,
    Pole,
    PracticeFile,
    Section,
    SectionsFile,
    Sentences,
    ShapePoints,
    TitleRule,
    TitlesFile,
)
from .findings import (
    FINDING_WORDS,
    FindingRule,
    FindingsFile,
    FindingText,
    Mark,
    MarksFile,
    When,
)
from .method import Chapter, MethodFile
from .numbers import Scoring, Source, SourcesFile, Vocabulary
from .single_words import HeadingWordsFile, KindWordsFile, PracticePoints, PracticeWordsFile

__all__ = [
    "FAMILIES",
    "FINDING_WORDS",
    "KINDS",
    "PRACTICES",
    "AdviceFile",
    "AroundTitle",
    "Branch",
    "Chapter",
    "Contrast",
    "ContrastsFile",
    "Cue",
    "Examples",
    "FalseFriend",
    "FalseFriendsFile",
    "Family",
    "FindingRule",
    "FindingText",
    "FindingsFile",
    "Function",
    "HeadingWordsFile",
    "Id",
    "Inside",
    "Kind",
    "KindCue",
    "KindPoints",
    "KindWordsFile",
    "KindsFile",
    "LeadKind",
    "Mark",
    "MarksFile",
    "MethodFile",
    "Model",
    "Move",
    "Pattern",
    "Pole",
    "Practice",
    "PracticeFile",
    "PracticePoints",
    "PracticeWordsFile",
    "RubricsData",
    "Scoring",
    "Section",
    "SectionsFile",
    "Sentences",
    "Severity",
    "ShapePoints",
    "Share",
    "Source",
    "SourcesFile",
    "Strength",
    "Summaries",
    "Text",
    "TitleAdvice",
    "TitlePractice",
    "TitleRule",
    "TitlesFile",
    "TwoHats",
    "Verdicts",
    "Vocabulary",
    "Weight",
    "When",
    "words",
]


class RubricsData(Model):
    """Everything in ``rubrics/``, validated."""

    scoring: Scoring
    vocabulary: Vocabulary
    practices: tuple[PracticeFile, ...]
    kinds: KindsFile
    kind_words: KindWordsFile
    practice_words: PracticeWordsFile
    contrasts: tuple[Contrast, ...]
    marks: tuple[Mark, ...]
    method: MethodFile
    findings: tuple[FindingRule, ...]
    job_words: tuple[Pattern, ...]
    around: AroundTitle
    titles: tuple[TitleRule, ...]
    false_friends: tuple[FalseFriend, ...]
    advice: AdviceFile
    sources: tuple[Source, ...]
