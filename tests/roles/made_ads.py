"""Job ads of our own making, put together from lines that plainly belong to one practice."""

from collections.abc import Sequence

COMMUNITY = (
    "Welcome new members to our forum and introduce them to each other",
    "Host weekly discussions between members",
    "Recognise and thank the volunteers who help other members",
    "Organise meet-ups for our local member groups",
    "Mediate conflicts between members",
)
SOCIAL = (
    "Write and schedule posts for Instagram and TikTok",
    "Keep the content calendar for our social media channels",
    "Run paid social campaigns on Facebook",
    "Reply to comments and direct messages on our Instagram page",
)
SUPPORT = (
    "Answer support tickets in Zendesk",
    "Resolve customers' problems by phone, e-mail and live chat",
    "Troubleshoot technical issues and issue refunds to customers",
)
MODERATION = (
    "Review reported posts in the moderation queue",
    "Remove spam and ban repeat offenders",
    "Enforce the rules with warnings and suspensions",
)
SAFETY = (
    "Investigate abuse and fraud on the platform",
    "Write our trust and safety policy on child safety",
    "Respond to requests from law enforcement",
)
OFFICE = (
    "Book venues and catering for trade shows",
    "Design brochures and banners in InDesign",
    "Write press releases and pitch stories to journalists",
    "Keep the accounts and pay invoices",
)
SETTLED = (
    "Apply our community guidelines and escalate threats to the safety lead",
    "Success is measured by member retention and by questions answered by peers",
)


def made_ad(
    title: str,
    duties: Sequence[str],
    *,
    skills: Sequence[str] = (),
    measures: Sequence[str] = (),
    about: str = "We make garden tools that last.",
    offer: str = "Salary: 34,000 to 38,000 euros a year.",
) -> str:
    """Return the text of an ad with the usual headings."""
    parts = [title, "", about, "", "What you will do", *(f"- {d}" for d in duties)]
    if measures:
        parts += ["", "How we measure success", *(f"- {m}" for m in measures)]
    if skills:
        parts += ["", "Requirements", *(f"- {s}" for s in skills)]
    return "\n".join([*parts, "", "What we offer", offer, ""])
