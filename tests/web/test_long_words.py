"""A word of thousands of letters can be shown without holding the browser up, and stays what it is."""

from flask.testing import FlaskClient

from advisor.web.long_words import breakable

WORD = "A" * 20_000
AD = f"Community Manager\n\n- Host the forum\n- Answer tickets {WORD} in Zendesk\n"


def test_a_long_word_may_break_every_sixty_letters() -> None:
    assert str(breakable("a" * 130)) == f"{'a' * 60}<wbr>{'a' * 60}<wbr>{'a' * 10}"
    assert str(breakable("a" * 60)) == "a" * 60
    assert str(breakable("short words " * 20)) == "short words " * 20


def test_markup_stays_text_and_an_accent_its_letter() -> None:
    assert str(breakable("<" * 61)) == "&lt;" * 60 + "<wbr>&lt;"
    assert str(breakable("<b>")) == "&lt;b&gt;"
    assert "<wbr>\u0301" not in str(breakable("e\u0301" * 200))
    assert "<wbr>\u0301" not in str(breakable("x" + "e\u0301" * 200))


def test_the_ad_is_shown_breakable_and_carried_whole(client: FlaskClient) -> None:
    page = client.post("/role", data={"text": AD}).get_data(as_text=True)
    box, result = page.split('<div id="result">')
    assert WORD in box
    assert WORD not in result
    assert WORD in result.replace("<wbr>", "")


def test_the_team_s_text_is_shown_breakable_and_carried_whole(client: FlaskClient) -> None:
    text = f"Dana runs the forum. {WORD}"
    page = client.post("/org", data={"text": text, "go": "read"}).get_data(as_text=True)
    assert f'name="source" value="{text}"' in page
    shown = page.split("<pre", 1)[1].split("</pre>")[0]
    assert WORD not in shown
    assert WORD in shown.replace("<wbr>", "")
