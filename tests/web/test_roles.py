"""The role page without a browser: what comes back, with which status, and that nothing typed is lost."""

import io
import itertools
import json
import re
from html import unescape

import pytest
from docx import Document
from flask.testing import FlaskClient
from lxml import html
from werkzeug.test import encode_multipart

from advisor import analyze_role
from advisor.web.roles import SAMPLES, sample_text

AD = sample_text("four-jobs")
PAGES = ["/", "/role", *(f"/role?sample={s.id}" for s in SAMPLES)]


def tree(response):
    return html.fromstring(response.get_data(as_text=True))


def in_box(response) -> str:
    """The textarea's content as a browser has it: the first line end goes."""
    found = re.search(r"<textarea[^>]*>\n(.*?)</textarea>", response.get_data(as_text=True), re.DOTALL)
    assert found
    return unescape(found[1])


def test_the_first_page_says_what_it_does_and_offers_the_box(client: FlaskClient) -> None:
    page = tree(client.get("/"))
    assert page.xpath("//form[@action='/role']//textarea[@name='text']")
    assert len(page.xpath("//a[contains(@href, '/role?sample=')]")) == 3
    assert "job description" in page.xpath("string(//*[@class='hero'])")


@pytest.mark.parametrize(
    ("sample", "primary", "bundled", "mismatch"),
    [
        ("clean-role", "community", False, False),
        ("four-jobs", "social_media", True, True),
        ("borrowed-title", "social_media", False, True),
    ],
)
def test_samples_are_what_they_say(sample: str, primary: str, bundled: bool, mismatch: bool) -> None:
    profile = analyze_role(sample_text(sample)).profile
    assert (profile.primary, profile.bundled, profile.mismatch) == (primary, bundled, mismatch)


def test_four_jobs_are_four() -> None:
    assert len(analyze_role(AD).profile.present) == 4


def test_an_unknown_sample_is_not_found(client: FlaskClient) -> None:
    assert client.get("/role?sample=../../pyproject").status_code == 404


def test_the_verdict_comes_with_all_its_parts(client: FlaskClient) -> None:
    analysis = analyze_role(AD)
    page = tree(client.post("/role", data={"text": AD}))
    assert page.xpath("string(//h2[@id='verdict'])") == analysis.headline
    assert [h.text.strip() for h in page.xpath("//article//h3")] == [f.title for f in analysis.findings]
    for part in ("findings", "evidence", "advice", "contrasts", "download"):
        assert page.xpath(f"//h2[@id='{part}']"), part
    assert page.xpath("//figure[contains(@class, 'scale')]//*[contains(@class, 'role-label')]")


def test_evidence_without_a_source_names_none(client: FlaskClient) -> None:
    page = tree(client.post("/role", data={"text": AD}))
    said = [" ".join(e.text_content().split()) for e in page.xpath("//*[contains(., 'Sources:')][not(*)]")]
    said += [" ".join(e.text_content().split()) for e in page.xpath("//span[@class='why-how']")]
    assert any(s.startswith("Sources: ") for s in said)
    assert "Sources:" not in said


@pytest.mark.parametrize("text", ["", " \n\t", " \u200b"])
def test_an_empty_box_is_told_so_in_plain_words(client: FlaskClient, text: str) -> None:
    box = tree(client.post("/role", data={"text": text})).get_element_by_id("role-error").text_content()
    assert "There is no text to read." in box
    assert "still in the box" not in box or text.strip()


def test_an_ad_in_another_language_is_not_asked_for_more_duties(client: FlaskClient) -> None:
    ad = "Wir suchen dich für unser Team. Du betreust die Community und das Forum, und du planst die Treffen für uns. "
    page = tree(client.post("/role", data={"text": ad * 2}))
    assert page.xpath("string(//h2[@id='verdict'])") == "The advisor reads English only."
    assert "What to add" not in page.text_content()


def test_severe_findings_come_first(client: FlaskClient) -> None:
    page = tree(client.post("/role", data={"text": AD}))
    ranks = [c.split("sev-")[1] for c in page.xpath("//article[contains(@class, 'finding')]/@class")]
    assert ranks == sorted(ranks, key=["blocking", "serious", "advice"].index)


@pytest.mark.parametrize("path", PAGES)
def test_links_lead_somewhere_and_ids_are_unique(client: FlaskClient, path: str) -> None:
    page = tree(client.get(path))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    for link in page.xpath("//a[starts-with(@href, '#')]/@href"):
        assert link[1:] in ids, link
    for name in ("aria-labelledby", "aria-describedby", "form", "for"):
        for value in page.xpath(f"//@{name}"):
            assert set(value.split()) <= set(ids), (name, value)


@pytest.mark.parametrize("path", PAGES)
def test_headings_are_in_order(client: FlaskClient, path: str) -> None:
    levels = [int(h.tag[1]) for h in tree(client.get(path)).xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize("path", PAGES)
def test_nothing_inline_and_nothing_from_elsewhere(client: FlaskClient, path: str) -> None:
    page = tree(client.get(path))
    assert not page.xpath("//style | //@style | //script[not(@src)] | //@*[starts-with(name(), 'on')]")
    for address in page.xpath("//@src | //link/@href | //form/@action | //@formaction"):
        assert address.startswith("/"), address


NASTY = [
    "\n\nTwo empty lines first\r\n- Welcome members\r\n\r\n",
    '<script>alert(1)</script>\n</textarea><style>*{display:none}</style>\n- Host members & "guests"',
    "مدير المجتمع\n- استقبال الأعضاء الجدد 👩🏽‍🌾🔥\n- Welcome new members",
    "\tTabs\u00a0and\u2028odd\u200bspaces\n&amp; entities &lt;b&gt;",
    "x" * 5000,
]


@pytest.mark.parametrize("text", NASTY)
def test_what_was_typed_stays_exactly(client: FlaskClient, text: str) -> None:
    response = client.post("/role", data={"text": text, "title": '"><b>T', "org_size": "12"})
    assert response.status_code == 200
    assert in_box(response) == text
    page = tree(response)
    assert page.xpath("//input[@name='title']/@value") == ['"><b>T']
    assert page.xpath("//input[@name='org_size']/@value") == ["12"]
    assert not page.xpath("//main//script | //style | //b[text()='T']")


@pytest.mark.parametrize(
    ("data", "status", "says"),
    [
        ({}, 422, "There is no text"),
        ({"text": " \n\t"}, 422, "There is no text"),
        ({"text": "a\x00b is not text"}, 422, "doesn't look like text"),
        ({"text": "Welcome members", "org_size": "many"}, 422, "whole number"),
        ({"text": "Welcome members", "org_size": "0"}, 422, "from 1 to"),
        ({"text": "Welcome members", "title": "t" * 201}, 422, "at most 200 characters"),
        ({"text": "Welcome members", "client": "c" * 121}, 422, "120 characters"),
        ({"text": "w" * (1 << 20) + "!"}, 413, "reads up to 1 MB"),
    ],
)
def test_bad_input_gets_a_message_and_keeps_the_text(
    client: FlaskClient, data: dict[str, str], status: int, says: str
) -> None:
    boundary, body = encode_multipart(data)  # as a browser sends it
    response = client.post("/role", data=body, content_type=f"multipart/form-data; boundary={boundary}")
    assert response.status_code == status
    page = tree(response)
    assert says in page.xpath("string(//*[@class='error-box'])")
    assert in_box(response) == data.get("text", "")
    assert page.xpath("//title")[0].text != "Role advisor"
    assert not page.xpath("//*[@id='findings']")


@pytest.mark.parametrize(("given", "size"), [("40", 40), ("1,200", 1200), (" 1 200 ", 1200), ("", None)])
def test_sizes_as_people_write_them(client: FlaskClient, given: str, size: int | None) -> None:
    response = client.post("/role/report", data={"text": AD, "org_size": given, "as": "json"})
    assert response.get_json()["roles"][0]["org_size"] == size


def test_too_little_text_says_what_to_add(client: FlaskClient) -> None:
    page = tree(client.post("/role", data={"text": "Community Manager\nWe want somebody great."}))
    assert "What to add" in page.xpath("string(//section[contains(@class, 'verdict')])")
    assert page.xpath("//details[@id='editor']/@open")
    assert not page.xpath("//*[@id='advice'] | //*[@id='download'] | //*[contains(@class, 'role-label')]")


def test_another_profession_is_said_so(client: FlaskClient) -> None:
    ad = """Community Manager, Riverside Apartments

You run a building of 240 flats for its owner.

Responsibilities
- Lease apartments and show units to prospective tenants
- Collect rent and handle evictions
- Supervise maintenance staff and vendors
- Prepare the property budget and the monthly occupancy report
- Inspect units at move-in and move-out
- Renew leases and answer complaints about repairs
"""
    page = tree(client.post("/role", data={"text": ad}))
    assert analyze_role(ad).profile.primary == "outside"
    assert page.xpath("//section[contains(@class, 'state-outside')]")
    assert not page.xpath("//*[@id='advice'] | //*[@id='contrasts']")


def test_a_file_is_read_and_its_text_comes_into_the_box(client: FlaskClient) -> None:
    document = Document()
    document.add_heading("Forum host", 1)
    for duty in ("Welcome new members to our forum", "Host weekly discussions between members"):
        document.add_paragraph(duty, style="List Bullet")
    data = io.BytesIO()
    document.save(data)
    data.seek(0)
    response = client.post("/role", data={"text": "what stood here", "file": (data, "host.docx")})
    assert response.status_code == 200
    assert "Welcome new members to our forum" in in_box(response)
    assert "Read from host.docx." in response.get_data(as_text=True)


@pytest.mark.parametrize(
    ("content", "name", "status"),
    [
        (b"", "empty.txt", 422),
        (b"%PDF-1.7 nonsense", "broken.pdf", 422),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "scan.png", 415),
    ],
)
def test_a_file_that_cannot_be_read_leaves_the_text(
    client: FlaskClient, content: bytes, name: str, status: int
) -> None:
    response = client.post("/role", data={"text": "what stood here", "file": (io.BytesIO(content), name)})
    assert response.status_code == status
    assert in_box(response) == "what stood here"
    assert tree(response).xpath("//*[@class='error-box']")


def test_a_live_update_is_only_the_part_that_changes(client: FlaskClient) -> None:
    response = client.post("/role", data={"text": AD}, headers={"HX-Request": "true"})
    body = response.get_data(as_text=True)
    assert "<html" not in body
    assert "<textarea" not in body
    assert 'id="verdict"' in body
    assert "HX-Request" in response.headers["Vary"]


def test_a_live_update_of_nothing_is_no_failure(client: FlaskClient) -> None:
    response = client.post("/role", data={"text": ""}, headers={"HX-Request": "true"})
    assert response.status_code == 200
    assert "There is no text" in response.get_data(as_text=True)


def test_a_very_long_ad_is_shown_in_part(client: FlaskClient) -> None:
    lines = "\n".join(f"- Welcome new members to forum number {n}" for n in range(2000))
    page = tree(client.post("/role", data={"text": lines}))
    (ad,) = page.xpath("//div[@class='ad']")
    assert len(ad.xpath(".//li[@class='line']")) == 1500
    assert "first 1,500 lines" in ad.xpath("string(.)")


@pytest.mark.parametrize(
    ("wanted", "kind", "starts"),
    [
        ("pdf-a4", "application/pdf", b"%PDF-"),
        ("pdf-letter", "application/pdf", b"%PDF-"),
        ("md", "text/markdown", b"#"),
        ("json", "application/json", b"{"),
    ],
)
def test_the_same_reading_as_a_file(client: FlaskClient, wanted: str, kind: str, starts: bytes) -> None:
    data = {"text": AD, "as": wanted, "client": "Fernhill Labs", "prepared_by": "Ada"}
    response = client.post("/role/report", data=data)
    assert response.status_code == 200
    assert response.mimetype == kind
    assert response.data.startswith(starts)
    name = f"community-manager-review.{wanted.partition('-')[0]}"
    assert response.headers["Content-Disposition"] == f'attachment; filename="{name}"'


def test_the_json_file_is_the_report(client: FlaskClient) -> None:
    response = client.post("/role/report", data={"text": AD, "as": "json", "client": "Fernhill Labs"})
    report = json.loads(response.data)
    assert report["schema"] == "advisor.report/1"
    assert report["client"] == "Fernhill Labs"
    assert report["roles"] == [json.loads(json.dumps(analyze_role(AD).to_dict()))]


@pytest.mark.parametrize("title", ["مدير", "../../etc/passwd", 'a"b\r\nSet-Cookie: x', "¡Hola!"])
def test_file_names_are_safe(client: FlaskClient, title: str) -> None:
    response = client.post("/role/report", data={"text": AD, "title": title, "as": "json"})
    assert re.fullmatch(
        r'attachment; filename="[a-z0-9-]+-review\.json"', response.headers["Content-Disposition"]
    )
    assert "Set-Cookie" not in response.headers


def test_a_report_of_nothing_keeps_the_form(client: FlaskClient) -> None:
    response = client.post("/role/report", data={"text": " ", "as": "pdf-a4"})
    assert response.status_code == 422
    assert "There is no text" in response.get_data(as_text=True)


def test_an_unknown_kind_of_report_is_refused(client: FlaskClient) -> None:
    assert client.post("/role/report", data={"text": AD, "as": "exe"}).status_code == 400


def test_a_file_that_cannot_be_read_is_at_fault_and_not_the_text(client: FlaskClient) -> None:
    data = {"text": sample_text("four-jobs"), "file": (io.BytesIO(b"%PDF-1.4 no"), "enc.pdf")}
    page = tree(client.post("/role", data=data))
    assert page.xpath("//*[@aria-invalid='true']/@name") == ["file"]
    assert page.xpath("//*[@id='role-error'][@autofocus][@tabindex='-1']")
