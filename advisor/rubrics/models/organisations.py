"""``organisations.yaml``: the words by which a description of a team is read."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from advisor.practices import Practice

from .base import Model, Text, words

Words = tuple[Text, ...]


class Named(Model):
    """A place or a tool, and the practice that its bare name as a duty stands for."""

    name: Text
    practice: Practice


class Columns(Model):
    """The heads of a table's columns, by what they hold."""

    title: Words
    who: Words
    team: Words
    name: Words
    first_name: Words
    last_name: Words
    headcount: Words
    hours: Words
    share: Words
    days: Words
    reports_to: Words
    lead: Words
    duties: Words
    measures: Words
    other: Words
    places: Words
    tools: Words


class FactWords(Model):
    """What says something about the organisation as a whole."""

    size: Words
    size_before: Words
    size_alone: Words
    size_beside: Words
    size_of: Words
    size_fields: Words
    cover: Words


class Doubts(Model):
    """What is said when the reading is not sure."""

    headcount: Annotated[Text, words("words", "took")]
    group: Annotated[Text, words("words")]
    twice: Annotated[Text, words("words")]
    no_title: Annotated[Text, words("words")]
    vacant: Annotated[Text, words("words")]
    two_titles: Annotated[Text, words("words")]
    no_duties: Annotated[Text, words("words")]
    stands_for: Annotated[Text, words("words", "took")]
    ragged: Annotated[Text, words("row", "found", "wanted")]
    cell: Annotated[Text, words("row", "words")]
    no_header: Text
    people: Annotated[Text, words("count")]
    part_hours: Annotated[Text, words("words")]
    beside: Annotated[Text, words("words", "took")]
    surname: Annotated[Text, words("words")]
    circular: Annotated[Text, words("words")]
    language: Text


class OrganisationsFile(Model):
    """The whole file."""

    role_heads: Words
    label_heads: Words
    leaders: Words
    groups: Words
    offices: Words
    no_team: Words
    chiefs: Words
    team_leads: Words
    no_label: Words
    beside_work: Words
    anybody: Words
    folk: Words
    hired: Words
    kin: Words
    unowned: Words
    no_such: Words
    leads_it: Words
    about_members: Words
    head_of: Annotated[Text, words("team")]
    lead_of: Annotated[Text, words("team", "lead")]
    places_of_work: Words
    no_role: Words
    fields: Words
    grades: Words
    never: Words
    joined: Words
    about_teams: Words
    openers: Words
    functions: dict[Text, Practice]
    stands_for: dict[Text, Practice]
    determiners: Words
    stuff: Words
    not_subject: Words
    pronouns: Words
    adds: Words
    no_names: Words
    qualifiers: Words
    first_names: Words
    person_verbs: Words
    things: Words
    between: Words
    in_charge: Words
    no_object: Words
    also_nouns: Words
    after_verb: Words
    honorifics: Words
    before_people: Words
    light_verbs: Words
    takes: Words
    no_holder: Words
    unnamed: Words
    helped_by: Words
    deals_with: Words
    below: Words
    sits: Words
    belongs: Words
    times: Words
    # What stands before the hours tells such a duty from others.
    hours_as_duty: Annotated[Text, words("words"), Field(pattern=r"^[^{]*\w[^{]*\{words\}$")]
    beside_times: Words
    departments: Words
    also_work: Words
    suppliers: Words
    outside: Words
    before_outside: Words
    writer: Text
    nobody: Words
    asks: Words
    answers: Words
    done: dict[Text, Text]
    cared_for: Words
    we_use: Words
    passes_to: Words
    outsourced: Words
    # What a firm is called to which work is outsourced.
    of_outsourced: Annotated[Text, words("title"), Field(pattern=r"^\{title\}[^{]*\w[^{]*$")]
    hours_words: Words
    counted: Words
    numbered: tuple[Text, ...]
    wishes: tuple[Text, ...]
    of_spaces: Words
    made_of: Words
    not_people: Words
    parts_of_people: Words
    away: Words
    departed: Words
    before_leave: Words
    leaves: Words
    leaving: Words
    vacant_in_brackets: Words
    vacant_alone: Words
    vacant_before: Words
    vacant_headings: Words
    seats: Words
    firms: Words
    firm_partners: Words
    status: Words
    vacant: Words
    past: Words
    weekdays: Words
    months: Words
    volunteers: Words
    leads_others: Words
    of_volunteers: Annotated[Text, words("title")]
    totals: Words
    greetings: Words
    closings: Words
    reports: Words
    manages: Words
    measured: Words
    everybody: Words
    we_measure: Words
    numbers: dict[str, Annotated[float, Field(gt=0, le=100)]]
    columns: Columns
    places: tuple[Named, ...]
    tools: tuple[Named, ...]
    facts: FactWords
    doubts: Doubts
