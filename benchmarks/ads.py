"""Ads of our own making for the benchmarks: about 600 words each, no two alike."""

from __future__ import annotations

import random

_VERBS = [
    "Plan",
    "Write",
    "Host",
    "Answer",
    "Review",
    "Build",
    "Lead",
    "Run",
    "Support",
    "Organise",
    "Welcome",
    "Publish",
    "Monitor",
    "Report",
    "Grow",
]
_OBJECTS = (
    "the weekly newsletter",
    "discussions between members of our forum",
    "posts on Instagram and LinkedIn",
    "tickets in the help desk",
    "reported content and appeals",
    "the ambassador programme",
    "our follower count and reach",
    "a calendar of campaigns",
    "newcomers in their first week",
    "refund requests by phone and chat",
    "the guidelines of the space",
    "quarterly business reviews with accounts",
    "the analytics of every channel",
    "workshops with partners",
    "the roadmap with the product team",
)
_TAILS = (
    "together with colleagues in three countries",
    "so that people come back and help each other",
    "within four working hours",
    "and tell the team what you learn",
    "for an audience that grows every month",
    "with care for tone and accuracy",
    "under the guidance of the head of department",
    "and keep a tidy record of decisions",
)
_SKILLS = (
    "years of experience in a similar role",
    "Clear writing in English and one more language",
    "Confidence with spreadsheets and dashboards",
    "Experience with Discourse, Discord or Slack",
    "Knowledge of scheduling tools for social media",
    "Patience with people who are upset",
    "A degree or the equivalent in practice",
    "Comfort with changing priorities",
)
_PITCH = (
    "We make instruments for small laboratories and care about the people who use them.",
    "Our team of forty works from a former bakery near the river.",
    "Since the first day we have been owned by those who work here.",
    "Customers in nineteen countries rely on what we ship every week.",
    "We believe that good tools make good neighbours.",
    "Last year we doubled the number of workshops and halved the number of meetings.",
)
_BENEFITS = (
    "Thirty days of paid leave and public holidays",
    "A pension to which we add as much as you do",
    "A budget for books, courses and conferences",
    "Flexible hours around a common core",
    "Lunch cooked by a colleague on Thursdays",
)


def ad(seed: int, words: int = 600) -> str:
    """Return an ad of about ``words`` words; the same seed gives the same ad."""
    rng = random.Random(seed)
    part = max(1, words // 60)

    def duty() -> str:
        return f"{rng.choice(_VERBS)} {rng.choice(_OBJECTS)} and {rng.choice(_VERBS).lower()} {rng.choice(_OBJECTS)} {rng.choice(_TAILS)}"

    def skill() -> str:
        return f"{rng.randint(1, 9)} {rng.choice(_SKILLS)}, {rng.choice(_TAILS)}"

    lines = ["Community Manager", "", "About us", ""]
    lines += [" ".join(rng.choice(_PITCH) for _ in range(2)) for _ in range(part // 2)]
    lines += ["", "What you'll do", ""] + [f"- {duty()}" for _ in range(part)]
    lines += ["", "What you bring", ""] + [f"• {skill()}" for _ in range(part)]
    lines += ["", "Benefits:", ""] + [
        f"* {rng.choice(_BENEFITS)}, {rng.choice(_TAILS)}" for _ in range(part // 2)
    ]
    lines += ["", "How to apply", "", rng.choice(_PITCH) + " Send us a letter and say when you could start."]
    return "\n".join(lines)
