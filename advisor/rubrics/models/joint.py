"""``joint.yaml``: where the parts of one report speak of the same thing, and what is said there."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from advisor.practices import Practice

from .base import Id, Model, Text, words
from .readiness import Level


class TeamMeeting(Model):
    """A finding about a team that speaks of a question; each condition that is given has to hold."""

    finding: Id
    practice: Practice | None = None
    without: Id | None = None
    hats: Annotated[int, Field(ge=2)] = 2
    level: Level = 0
    adds: bool = False


class AdMeeting(Model):
    """A finding about a job description that speaks of a question."""

    finding: Id
    level: Level = 0
    moves: bool = False


class Meeting(Model):
    """A question of the questionnaire (``id``) and the findings that speak of the same thing."""

    id: Id
    team: tuple[TeamMeeting, ...] = ()
    ads: tuple[AdMeeting, ...] = ()


class HeldRule(Model):
    """Verdicts on readiness (``bands``) on which no seat for one of ``practices`` is made or filled. ``vacant`` is the finding about empty seats;
    ``step`` is what is done about them until then."""

    bands: tuple[Id, ...]
    practices: tuple[Practice, ...]
    vacant: Id
    step: Text


class JointSays(Model):
    """The sentences of a report of several parts."""

    role_holds: tuple[Text, Text]
    roles_hold: tuple[
        Text, Annotated[Text, words("count", "roles")], Annotated[Text, words("count", "roles")]
    ]
    move: Annotated[Text, words("role", "what", "to")]
    existing: Annotated[Text, words("seat")]
    new: Annotated[Text, words("seat")]
    vacant: Annotated[Text, words("seat")]
    team_done: Text
    ad_done: Text
    ads_done: Text
    ad_owner: Text
    from_answer: Annotated[Text, words("name", "answer")]
    from_pilot: Text
    from_team: Annotated[Text, words("title")]
    from_step: Annotated[Text, words("next")]
    from_ad: Annotated[Text, words("roles")]
    disputed: Annotated[Text, words("answer", "found")]
    team_found: Annotated[Text, words("title")]
    ad_found: Annotated[Text, words("role", "title")]
    seat: Annotated[Text, words("role")]
    seat_disputed: Annotated[Text, words("kept", "most")]
    disputes: Text
    disputes_brief: Annotated[Text, words("names")]
    settle: Annotated[Text, words("names")]
    settle_owner: Text
    settle_done: Text
    settle_why: Text
    held: Annotated[Text, words("verdict", "waits")]
    held_seat: Annotated[Text, words("seat")]
    held_empty: Annotated[Text, words("seat")]
    held_ad: Annotated[Text, words("role")]
    held_here: Annotated[Text, words("verdict")]
    held_done: Text
    held_why: Annotated[Text, words("headline")]


class JointFile(Model):
    """The whole file."""

    meetings: tuple[Meeting, ...]
    held: HeldRule
    says: JointSays
