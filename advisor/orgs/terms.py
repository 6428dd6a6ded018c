"""What reading a team looks up, as :mod:`advisor.orgs.vocabulary` makes it from ``organisations.yaml``."""

from __future__ import annotations

import re
from typing import NamedTuple

from advisor.rubrics.models.organisations import OrganisationsFile

from .absent_terms import AbsentTerms
from .size_terms import SizeTerms


class Vocabulary(NamedTuple):
    """Everything that reading a team looks up."""

    data: OrganisationsFile
    heads: frozenset[str]
    label_heads: frozenset[str]
    groups: frozenset[str]
    places_of_work: frozenset[str]
    fields: frozenset[str]
    never: frozenset[str]
    openers: frozenset[str]
    not_subject: frozenset[str]
    verbs: frozenset[str]
    person_verbs: frozenset[str]
    between: frozenset[str]
    before_people: re.Pattern[str]
    light_verbs: re.Pattern[str]
    takes: re.Pattern[str]
    no_names: frozenset[str]
    qualifiers: frozenset[str]
    no_object: frozenset[str]
    also_nouns: frozenset[str]
    departments: frozenset[str]
    after_verb: frozenset[str]
    honorifics: frozenset[str]
    in_charge: re.Pattern[str]
    joined: re.Pattern[str]
    about_teams: re.Pattern[str]
    reports: re.Pattern[str]
    manages: re.Pattern[str]
    functions: re.Pattern[str]
    function: re.Pattern[str]
    only_function: re.Pattern[str]
    told_first: re.Pattern[str]
    function_by: re.Pattern[str]
    function_is: re.Pattern[str]
    behind: re.Pattern[str]
    many: re.Pattern[str]
    before_names: re.Pattern[str]
    one_for: re.Pattern[str]
    asked: re.Pattern[str]
    answers: re.Pattern[str]
    passes_to: re.Pattern[str]
    outsourced: re.Pattern[str]
    joined_by: re.Pattern[str]
    voluntary: re.Pattern[str]
    deals_with: frozenset[str]
    below: re.Pattern[str]
    leads_those: re.Pattern[str]
    for_work: re.Pattern[str]
    beside_work: re.Pattern[str]
    counted_part: re.Pattern[str]
    people_on: re.Pattern[str]
    people_for: re.Pattern[str]
    people_first: re.Pattern[str]
    so_many: re.Pattern[str]
    spaces_counted: re.Pattern[str]
    led_part: re.Pattern[str]
    headed_under: re.Pattern[str]
    kin: re.Pattern[str]
    led: re.Pattern[str]
    we_use: re.Pattern[str]
    amount: re.Pattern[str]
    wishes: re.Pattern[str]
    unnamed: frozenset[str]
    firms: re.Pattern[str]
    firm_partners: frozenset[str]
    status: frozenset[str]
    closing: re.Pattern[str]
    greeting: re.Pattern[str]
    days: re.Pattern[str]
    part_of_week: re.Pattern[str]
    some_of_them: re.Pattern[str]
    all_of_them: re.Pattern[str]
    weekday: re.Pattern[str]
    times: re.Pattern[str]
    weekdays: re.Pattern[str]
    heads_in: re.Pattern[str]
    heads_behind: re.Pattern[str]
    heads_aside: re.Pattern[str]
    heads_first: re.Pattern[str]
    heads_by_part: re.Pattern[str]
    supplier_line: re.Pattern[str]
    heads_in_part: re.Pattern[str]
    past: frozenset[str]
    totals: frozenset[str]
    done: dict[str, str]
    measured: re.Pattern[str]
    all_measured: re.Pattern[str]
    also_work: re.Pattern[str]
    pronouns: re.Pattern[str]
    adds: re.Pattern[str]
    numbers: re.Pattern[str]
    places: re.Pattern[str]
    tools: re.Pattern[str]
    sizes: SizeTerms
    absent: AbsentTerms
    cover: re.Pattern[str]
    columns: dict[str, str]
    leaders: frozenset[str]

    def number(self, said: str) -> float:
        """Return a number written in digits or in one of ``numbers``' words."""
        name = " ".join(said.lower().split())
        return self.data.numbers.get(name) or float(name.replace(",", "."))
