"""An ad in another language is told so, and nothing in it is judged."""

import pytest

from advisor import analyze_role
from advisor.orgs.read import read_org
from advisor.report import to_markdown
from advisor.text.language import foreign, mostly_foreign
from tests.report.made import report_on

ADS = {
    "german": """Community Manager (m/w/d) in Berlin

Deine Aufgaben:
- Du betreust unsere Community auf Instagram, TikTok und Facebook
- Du beantwortest Kommentare und Nachrichten und moderierst das Forum
- Du planst den Content Calendar und misst den Erfolg der Kampagnen

Wir bieten dir ein tolles Team, flexible Arbeitszeiten und Home Office.
""",
    "french": """Nous recherchons un Community Manager pour animer nos réseaux sociaux. Vous gérez la publication des contenus sur
Instagram, Facebook et LinkedIn, vous répondez aux commentaires et messages des clients et vous organisez des
événements avec les membres de la communauté.
""",
    "spanish": """Buscamos un Community Manager para gestionar las redes sociales de la empresa. Publicarás contenidos en Instagram
y TikTok, responderás a los comentarios y a los mensajes de los clientes y organizarás eventos con la comunidad.
""",
    "dutch": """Wij zoeken een community manager die in ons team het forum begeleidt. Je bent het gezicht van de community, je
modereert berichten, je organiseert bijeenkomsten in Utrecht en je meet wat er is gebeurd. We bieden een goed salaris.
""",
    "danish": """Vi søger en community manager til at være vært for vores medlemmer. Du skal byde nye medlemmer velkommen, svare på
spørgsmål i forummet, planlægge møder for grupperne og måle, om medlemmerne kommer igen.
""",
    "polish": """Szukamy osoby do prowadzenia naszej społeczności. Będziesz witać nowych członków, moderować dyskusje na forum,
odpowiadać na pytania klientów i planować treści na Instagram oraz Facebook. To praca dla kogoś, kto lubi ludzi.
""",
    "russian": """Мы ищем менеджера сообщества, который будет вести наши группы в социальных сетях и отвечать на вопросы участников.
""",
    "japanese": """コミュニティマネージャーを募集しています。フォーラムの新しいメンバーを歓迎し、質問に答え、毎週の議論を主催します。
""",
}
BARE = """Community Manager
- Welcome new members
- Host weekly threads
- Answer support tickets
- Publish posts on Instagram
- Moderate forum
- Run AMAs
- Track retention
- Brief product team
- Plan local meet-ups
- Train volunteer hosts
"""
HALF = """Wir suchen dich. Community Manager in Berlin. You will welcome members to the forum and answer their questions.
You host our weekly discussion, and you plan the meet-ups with our volunteers. Wir bieten ein gutes Team.
"""


@pytest.mark.parametrize("language", ADS)
def test_another_language_is_said_and_not_judged(language: str) -> None:
    analysis = analyze_role(ADS[language])
    assert analysis.headline == "The advisor reads English only."
    assert "another language" in analysis.subline
    assert "in English" in analysis.advice.summary
    assert analysis.profile.primary == "unclear"
    assert analysis.profile.confidence == ("low", "the text is not in English")
    assert not analysis.findings
    assert not any(analysis.profile.shares.values())


@pytest.mark.parametrize(
    "text",
    [
        "- Fragen der Kunden per E-Mail beantworten\n- Beiträge für Instagram planen\n- Das Forum betreuen",
        "Répondre aux clients\nPréparer des publications pour Instagram\nAnimer le forum",
        "Odpowiedzi na pytania klientów\nWpisy na Instagramie\nOpieka na forum",
    ],
)
def test_a_few_duties_in_another_language_are_not_judged_either(text: str) -> None:
    assert analyze_role(text).headline == "The advisor reads English only."


@pytest.mark.parametrize(
    "text",
    [
        BARE,
        HALF,
        "Real Madrid, Los Angeles, La Liga: do customer care as a pro",
        "Community Manager wanted, m/w/d",
    ],
)
def test_bare_lists_short_and_mixed_texts_are_english(text: str) -> None:
    assert not mostly_foreign(text)
    assert "English only" not in analyze_role(text).headline


def test_a_stretch_is_enough_to_warn_where_a_team_is_described() -> None:
    mixed = f"Our host runs the forum.\n\n{ADS['german']}"
    assert foreign(mixed)
    assert not foreign(BARE)
    assert any("not in English" in n for n in read_org(mixed).notices)


def test_the_report_says_why_nothing_was_judged() -> None:
    said = to_markdown(report_on(ADS["french"]))
    assert "Nothing was judged, because the text is not in English" in said
    assert "Nothing needs settling" not in said
