"""The words of ``organisations.yaml`` made ready: sets to look up, and expressions that find them in a text."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from advisor.matching.inflect import forms
from advisor.paths import own_rubrics
from advisor.rubrics.loader import load_rubrics
from advisor.rubrics.organisations import load_organisations

from .absent_terms import absent_terms
from .people import FULL
from .size_terms import size_terms
from .terms import Vocabulary
from .words import ABOUT, ARTICLES, LABEL, WORD, any_of, listed, plain

_OF_A_DAY = ("a", "half a")  # "half a day a week"


def _group(name: str) -> set[str]:
    """Return the single words of a vocabulary group, in all their forms."""
    vocabulary = load_rubrics().data.vocabulary
    singles = (e.removeprefix("=") for e in vocabulary.groups[name] if re.fullmatch(r"=?[\w-]+", e))
    return {form for word in singles for form in forms(word, vocabulary.irregular)}


def vocabulary() -> Vocabulary:
    """Return the rubrics' words, made ready once a process."""
    return _made(own_rubrics())


@lru_cache(maxsize=4)
def _made(_own: Path | None) -> Vocabulary:
    data = load_organisations()
    number = rf"\d{{1,9}}(?:[.,]\d{{1,2}})?(?![.,]?\d)|{listed(n for n in data.numbers if n not in ARTICLES)}"
    some = rf"{number}|{listed(n for n in data.numbers if n in _OF_A_DAY)}"
    counted, anybody, leads_it = listed(data.counted), listed(data.anybody), listed(data.leads_it)
    staff = listed(set(data.counted) - set(data.of_spaces))
    weekday = rf"(?:{listed(data.weekdays)})s?(?!\w)"
    days = rf"{weekday}(?:\s*(?:to|until|through|-|–)\s*{weekday})?"
    weekdays = rf"{days}(?:(?:\s*,\s*|\s+and\s+|,\s*and\s+){days})*"
    function = rf"(?:{listed(data.functions)})"
    functions = rf"{function}(?:\s{{0,3}}(?:&|\+|/|,|\band\b)\s{{0,3}}{function})*"
    people = rf"(?:(?:full|part)-time\s+)?(?:{counted})(?!\w)"
    part = rf"(?:{ABOUT})?({number})\s+(?:(?:{counted})\s+)?(?:{listed(data.parts_of_people)})(?!\w)"
    we_use = rf"we(?:['’]ve|\s+have)?\s+(?:(?:{listed(data.between)})\s+)?(?:{listed(data.we_use)})"
    jobs = {w for w in _group("job-noun") if not w.endswith(("ing", "ed"))}
    return Vocabulary(
        data=data,
        heads=frozenset(jobs | {f for w in data.role_heads for f in (w, w + "s")}),
        label_heads=frozenset(data.label_heads),
        groups=frozenset(data.groups),
        places_of_work=frozenset(data.places_of_work),
        fields=frozenset(data.fields),
        never=frozenset(data.never),
        openers=frozenset(data.openers),
        not_subject=frozenset(data.not_subject),
        verbs=frozenset(_group("duty-verb") - set(data.fields) - jobs),
        person_verbs=frozenset(data.person_verbs),
        between=frozenset(data.between),
        before_people=re.compile(
            rf"(?:{listed(data.before_people)}|(?:on|every|each)\s+{weekday}(?:\s+and\s+{weekday})?"
            rf"|(?:until|since|from|in|last)\s+(?:{listed(data.months)})"
            rf"|(?:in|on)\s+(?:(?:our|the)\s+)?(?:{listed(p.name for p in data.places)}))(?!\w)",
            re.IGNORECASE,
        ),
        light_verbs=re.compile(rf"(?:{listed(data.light_verbs)})\s+"),
        takes=re.compile(rf"(?:{listed(data.takes)})\s+"),
        no_names=frozenset(data.no_names) | frozenset(data.qualifiers),
        qualifiers=frozenset(data.qualifiers),
        no_object=frozenset(data.no_object),
        departments=frozenset(data.departments),
        also_nouns=frozenset(data.also_nouns),
        after_verb=frozenset(data.after_verb),
        honorifics=frozenset(data.honorifics),
        in_charge=any_of(data.in_charge),
        joined=any_of(data.joined),
        about_teams=re.compile(rf"\W*+(?:{listed(data.about_teams)})\W*", re.IGNORECASE),
        reports=any_of(data.reports),
        manages=any_of(data.manages),
        functions=re.compile(rf"(?<!\w){functions}(?!\w)", re.IGNORECASE),
        function=any_of(data.functions),
        only_function=re.compile(
            rf"(?P<what>(?:[a-z-]+\s+)?(?:(?:{listed(data.determiners)})\s+)*{functions}"
            rf"(?:\s+(?:{listed(data.stuff)}))?)"
            # "support in Spanish at weekends"
            rf"(?:\s+(?:in|at|on|during|for)\s+(?:(?!(?:{listed(data.functions)})\b)[\w-]+\s*){{1,4}}|\s+{weekdays})?",
            re.IGNORECASE,
        ),
        told_first=re.compile(
            rf"\s*(?:[-*•·–‣◦▪]\s+)?((?:(?:our|the)\s+)?(?:{listed([*(p.name for p in data.places), *(t.name for t in data.tools), *data.also_work])}))"
            r"[*_]{0,2}(?:\s*:[*_]{0,2}|\s(?:[–—=→-]|->|=>))\s+(?:(?:also|mostly|only|just)\s+)?",
            re.IGNORECASE,
        ),
        # "Instagram is run by an agency, support by the office manager"
        function_by=re.compile(rf"(?<!\w)({functions})\s+by\s+", re.IGNORECASE),
        # "Moderation is mostly volunteers", "community is just me"
        function_is=re.compile(
            rf"(?<!\w)({functions})\s+(?:is|are)\s+(?:(?:{listed(data.between)})\s+)*(?!an?\s+(?:{listed(data.groups)})\s+of\s)",
            re.IGNORECASE,
        ),
        behind=re.compile(
            rf"\s*(?:[x×]\s?(\d{{1,9}})\b"
            rf"|\(\s*(?:[x×]\s?|{ABOUT})?({number})\s*(?:[x×]|{counted}|posts?|positions?)?\s*(?:\)|[,:][^)\n]{{0,40}}\))"
            r"|(\d{1,9}(?:[.,]\d{1,2})?)\s*fte\b)"
            rf"|\s+of\s+(?:{ABOUT})?({number})(?:\s+(?:{counted}))?(?!\w)"
            rf"|,\s+(?:{ABOUT})?({number})\s+of\s+(?:them|us)(?!\w)"
            rf"|,\s+{ABOUT}({number})(?=\s*[,.;])",
            re.IGNORECASE,
        ),
        many=re.compile(
            rf"(?:(?:is|are|has|have|counts|consists\s+of|(?:is|are)\s+made\s+up\s+of|means)\s+(?:{ABOUT})?(?={number}\s+(?:{people}|strong\b))"
            # "is a team of 9"
            rf"|(?:is|are|has|have)\s+an?\s+(?:{listed(data.groups)})\s+of\s+(?:{ABOUT})?)({number})(?:(?:\s+{people})?\s+strong\b|\s+{people}|(?!\w))",
            re.IGNORECASE,
        ),
        # "is done by 3 people: Kim, Steven and Ola"
        before_names=re.compile(
            rf"(?:(?:{listed(data.between)})\s+)*(?:(?:{ABOUT})?(?:{number})\s+(?:(?:{counted}):|(?:{anybody}),)\s+)?(?=(?-i:[A-Z]))",
            re.IGNORECASE,
        ),
        # "we have one person for social media, Jana"
        one_for=re.compile(
            rf"(?<!\w)(?:one|an?|{number})\s+(?:(?:full|part)-time\s+)?(?:{anybody})\s+(?:for|on|doing|behind)\s+"
            r"[\"“]?(?P<work>[^,:;.()\n\"”]{2,60}?)[\"”]?\s*(?:,|:|\s[–—-]|\()\s*(?=(?-i:[A-Z]))",
            re.IGNORECASE,
        ),
        # "Q: Who answers customers?", "And moderation?"
        asked=re.compile(
            rf"\W*(?:Q\d{{0,2}}\s?[.:)][*_]{{0,2}}\s+)?(?:(?:and|so)\s+)?"
            rf"(?:(?:{listed(data.asks)})\s+(?P<work>[^?\n]{{3,120}}?)|(?P<function>{functions}))\s?\?[*_]{{0,2}}\s*",
            re.IGNORECASE,
        ),
        answers=re.compile(rf"(?:{listed(data.answers)})(?!\w)[,:]?\s+", re.IGNORECASE),
        passes_to=any_of(data.passes_to),
        outsourced=any_of(data.outsourced),
        joined_by=re.compile(
            rf"\b(?!(?:{listed(data.deals_with)})\s)[a-z]\w*\s+(?P<with>(?:{listed(data.helped_by)})\s+)\Z",
            re.IGNORECASE,
        ),
        # "Moderators (6 volunteers)", "Moderators: about 20 volunteers"
        voluntary=re.compile(
            rf"\W{{0,3}}(?:{ABOUT})?(?:{number}),?\s+(?:unpaid\s+)?(?:{listed(data.volunteers)})(?!\w)(?!\s+\w+ed\b)"
            # "Ambassadors, about 30, unpaid"
            rf"|[^.;:\n]{{0,60}}?[,(]\s*(?:all\s+|both\s+)?(?:unpaid|{listed(data.volunteers)})(?=\s*(?:[,.;)]|$))"
            # "Our two moderators, Ana and Ben, are volunteers"
            rf"|[^.;:\n]{{0,60}}?\s(?:are|is)\s+(?:all\s+|both\s+|an?\s+)?(?:{listed(data.volunteers)})(?=\s*(?:[.,;)]|$))",
            re.IGNORECASE,
        ),
        deals_with=frozenset(data.deals_with),
        below=re.compile(
            rf"\W*+(?:{listed(data.below)})\s+(?:(?P<pronoun>her|him|them|me)|(?:(?:our|the)\s+)?(?P<who>\w[^,;:.()\n]{{0,40}}?))\s+(?:{listed(data.sits)})\s+(?:our\s+)?",
            re.IGNORECASE,
        ),
        # "Petra leads them"
        leads_those=re.compile(
            rf"\W*+(?P<who>(?-i:{FULL}))\s+(?:runs|{listed(data.manages)})\s+(?:it|them|this|these|all\s+of\s+(?:it|them))(?!\w)",
            re.IGNORECASE,
        ),
        for_work=re.compile(rf"\bfor\s+([^,;.]{{2,60}}?),?\s+{we_use}\s+", re.IGNORECASE),
        beside_work=re.compile(rf"(?:{listed(data.beside_work)}|[~\d][\d.,/%]*[km]?)(?!\w)", re.IGNORECASE),
        counted_part=re.compile(
            rf"({LABEL})\s*\(\s*(?:{ABOUT})?(?!(?:19|20)\d\d\b)(\d{{1,4}})(?![\d%]|\s?(?:h|hrs?|hours?|days?|%)\b)"
            rf"\s?(?:(?:{counted})(?!\w))?[:,;]?([^()\n]*)\)\s*[.:]?\s*",
            re.IGNORECASE,
        ),
        people_on=re.compile(
            rf"(\d{{1,4}})\s+(?:{anybody})\s+(?P<on>on|in|for|at)\s+(?P<work>[^,;()\n]{{2,60}}?)(?=\s*(?:[,;(]|$))",
            re.IGNORECASE | re.MULTILINE,
        ),
        # "two part-time support people", "our social media folks"
        people_for=re.compile(
            rf"(?<![\w-])(?:(?P<number>{number})|our|the|some|a\s+few)\s+"
            rf"(?P<title>(?:(?:part|full)-time\s+)?{functions}\s+(?:{listed(data.folk)}))(?!\w)"
            # "two employees in the safety team"
            rf"|(?<![\w-])(?P<heads>{number})\s+(?:{listed([*data.folk, *data.anybody, 'employees', 'members'])})\s+(?:in|from|of)\s+(?:the|our)\s+"
            rf"(?P<team>(?:[\w&-]+\s){{1,3}}?(?:{listed(data.groups)}))(?!\w)",
            re.IGNORECASE,
        ),
        people_first=re.compile(
            rf"(\d{{1,4}})\s+(?:{anybody})(?=\s*(?:[,;:(–-]|$))", re.IGNORECASE | re.MULTILINE
        ),
        # Behind a label: "Peer hosts: 25 students", "Fraud: team of 3"
        so_many=re.compile(
            rf"(?:(?:an?\s+)?(?:{listed(data.groups)})\s+of\s+)?(?:{ABOUT})?(\d{{1,4}}(?:[.,]\d{{1,2}}(?=\s*(?:fte|posts?)\b))?)"
            rf"(?:\s*(?:{counted}|posts?|(?:{listed(data.label_heads)})s?))?(?=\s*(?:[,;(]|$|at\b|in\b))",
            re.IGNORECASE | re.MULTILINE,
        ),
        spaces_counted=re.compile(rf"(?<!\w)(?:{listed(data.not_people)})\s*\Z", re.IGNORECASE),
        # "Operations (Head: Wen)", "Communications (manager Jo)"
        led_part=re.compile(
            rf"[*_]{{0,3}}({LABEL})[*_]{{0,3}}\s*(?:\(\s*(?i:{leads_it})\s*:?\s+"
            # "Community – lead: Amina", "Community | led by Amina"
            rf"|(?:[–—|,/-]|->|→)\s*(?:(?i:team\s)?(?i:{leads_it})(?:\s*:|\s+is)|(?i:led|headed|run|managed)\s+by)\s+)"
            rf"((?-i:{FULL})|(?i:{listed([*data.nobody, *data.vacant])})(?!\w))\s*\)?\s*[:.]?\s*[*_]{{0,3}}\s*"
        ),
        kin=re.compile(rf"(?i:(?:our|my|the)\s+(?:{listed(data.kin)})),?\s+"),
        # "Community (reports to CPO)", over its people
        headed_under=re.compile(
            rf"[*_]{{0,3}}({LABEL})[*_]{{0,3}}\s*[(–—,-]\s*(?:{listed(data.reports)})\s+(?:(?:the|our)\s+)?([^()\n:]{{2,40}}?)\)?\s*:?\s*[*_]{{0,3}}\s*",
            re.IGNORECASE,
        ),
        led=re.compile(rf"\s*\((?:[a-z]+ )?(?:{leads_it})\b", re.IGNORECASE),
        we_use=re.compile(
            rf"\b(?:{we_use}|there(?:['’]s|\s+is|\s+are)(?:\s+(?:{listed(data.between)}))?)\s+"
            # "Dina answers tickets, and an agency for Instagram"
            rf"|(?:,\s+(?:(?:and|plus)\s+)?|\s(?:and|plus)\s+)(?=an?\s+(?:[a-z-]+\s+)?(?:{listed([*data.suppliers, *data.hired])})\s+(?:for|to|that|which|who)\s)",
            re.IGNORECASE,
        ),
        amount=re.compile(rf"(?:{number})(?!\w)", re.IGNORECASE),
        wishes=re.compile(rf"\s+(?:{listed(data.wishes)})(?!\w|\s+to\s)", re.IGNORECASE),
        # "Hi Anna,", "Hi Anna, as promised, how we are set up:"
        greeting=re.compile(
            rf"\s*(?:{listed(data.greetings)})\b(?:[^.:;\n]{{0,30}}[,!]?|[^\n]{{0,160}}:)\s*", re.IGNORECASE
        ),
        closing=re.compile(rf"\s*(?:{listed(data.closings)})\s*[,!.]?\s*(?-i:{FULL})?\s*", re.IGNORECASE),
        days=re.compile(
            rf"(?<![\w.,])({some})\s+(?:days?|(?P<hours>hours?))\s*(?:/|an?|per|each|every)\s*week(?:\s+each)?(?!\w)",
            re.IGNORECASE,
        ),
        # "20 hours on community", "two days a week for the forum"
        part_of_week=re.compile(
            rf"(?<![\w.,])(?P<number>{some})\s?(?:h|hrs?|hours?|(?P<days>days?))(?:\s*(?:/|an?|per|each|every)\s*(?:week|wk))?\s+(?:on|for)\s+(?=\w)",
            re.IGNORECASE,
        ),
        some_of_them=re.compile(
            rf"(?<![\w.,])({number})\s+(?:of\s+(?:them|whom|us)|part[- ]time|(?-i:PT))(?!\w)", re.IGNORECASE
        ),
        # "there are about fifteen of them"
        all_of_them=re.compile(
            rf"\bthere\s+(?:are|is|were)\s+(?:{ABOUT})?({number})\s+of\s+(?:them|us)(?!\w)", re.IGNORECASE
        ),
        weekday=re.compile(weekday, re.IGNORECASE),
        times=any_of(data.times),
        weekdays=re.compile(
            rf"(?:works?\s+(?:on\s+)?(?:only\s+)?{weekdays}(?:\s+only)?"
            rf"|(?:on\s+)?{weekdays}\s+only)(?!\w)",
            re.IGNORECASE,
        ),
        heads_in=re.compile(
            rf"(?<![\w.,/])({number})\s+(?:(?:full|part)-time\s+)?(?:{staff})(?![\w'’])"
            r"(?!\s+(?:a|an|per)\s|\s+\w+ed\b)",
            re.IGNORECASE,
        ),
        # "community volunteers (about 40)"
        heads_behind=re.compile(rf"(?:{staff})\s*\(\s*(?:{ABOUT})?(\d{{1,4}})\s*\)", re.IGNORECASE),
        # "look into scam sellers, 3 people, report to Rasa", "Moderators, review queue (5)"
        heads_aside=re.compile(
            rf"[,;(–—:-]\s*(?:{ABOUT})?(?<![\d,.])({number})\s+(?:(?:full|part)-time\s+)?(?:{staff})(?!\w)(?=\s*(?:[,;.)]|$|on\b|in\b|report|who\b|or\s+so\b|I\s+(?:believe|think|guess)\b))"
            rf"|\((\d{{1,4}})\)\s*$",
            re.IGNORECASE | re.MULTILINE,
        ),
        # Behind work and a colon: "40 FTE outsourced", "6 agents"
        heads_first=re.compile(
            rf"\W{{0,3}}(?:(?:an?\s+)?(?:{listed(data.groups)})\s+of\s+(?:{ABOUT})?({number})(?!\w)"
            rf"|(?:{ABOUT})?({number})\s+(?:(?:full|part)-time\s+)?(?:{counted})(?!\w))"
            rf"(?!\s+(?!(?:{listed(data.parts_of_people)})(?!\w))\w+ed\b)",
            re.IGNORECASE,
        ),
        # "Agency: Storyline GmbH, influencer campaigns"
        supplier_line=re.compile(
            rf"((?:{listed(data.suppliers)})s?)(?:\s*(?:[:–—]|-\s)\s*|(?:\s+(?:partner|company|firm))?\s+(?=[\"“]))[\"“]?((?-i:[A-Z])[^,;:()\n–—\"”]{{1,40}}?)[\"”]?\s*(?:[,;:(–—]|-\s|$)",
            re.IGNORECASE | re.MULTILINE,
        ),
        heads_by_part=re.compile(
            rf"\s*{part}[^,;.\n]{{0,40}}(?:(?:,|\s+and|\s*\+)\s*{part}[^,;.\n]{{0,40}})*", re.IGNORECASE
        ),
        heads_in_part=re.compile(part, re.IGNORECASE),
        past=frozenset(data.past),
        firms=re.compile(rf"\s+(?:{listed(data.firms)})\b\.?", re.IGNORECASE),
        firm_partners=frozenset(data.firm_partners),
        unnamed=frozenset(data.unnamed),
        status=frozenset(data.status),
        totals=frozenset(data.totals),
        done=data.done,
        measured=any_of(data.measured),
        all_measured=re.compile(
            rf"\W*+(?:(?:{listed(data.we_measure)})\s+(?:{listed(data.everybody)})\s+(?:by|on|against)"
            rf"|(?:{listed(data.everybody)})\s+(?:(?:is|are)\s+)?(?:{listed(data.measured)}))\s+(?P<what>[^.;\n(]{{2,160}})",
            re.IGNORECASE,
        ),
        also_work=any_of(data.also_work),
        pronouns=re.compile(rf"\W*+(?:[a-z]+ly,?\s+)?(?:{listed(data.pronouns)})\b", re.IGNORECASE),
        adds=re.compile(
            rf"\W*+(?:(?:and|plus|who|{listed(data.pronouns)})\s+)*?(?:(?P<also>{listed(data.adds)})\b|(?<=and\s)(?=\w))",
            re.IGNORECASE,
        ),
        numbers=any_of(data.numbers),
        places=any_of(p.name for p in data.places),
        tools=any_of(t.name for t in data.tools),
        sizes=size_terms(data, counted),
        absent=absent_terms(data, number),
        cover=any_of(data.facts.cover),
        columns={plain(head): key for key, heads in data.columns.model_dump().items() for head in heads},
        leaders=frozenset(data.leaders),
    )


def several(title: str, words: Vocabulary) -> bool:
    """Whether a title names more than one person: a group, or "agents"."""
    last = plain(WORD.findall(title)[-1]) if WORD.search(title) else ""
    return names_group(title, words) or (
        last in words.heads and last.removesuffix("s") != last and last[:-1] in words.heads
    )


def names_group(title: str, words: Vocabulary) -> bool:
    """Whether a title names a group or a department, whose number of people is rarely one."""
    tokens = WORD.findall(title)
    return bool(tokens) and (plain(tokens[-1]) in words.groups or title.lower() in words.departments)
