"""The page on how it judges shows what is in the YAML, all of it."""

import html
import re

from flask.testing import FlaskClient

from advisor import load_rubrics


def test_the_page_shows_every_practice_cue_contrast_finding_and_source(client: FlaskClient) -> None:
    page = " ".join(html.unescape(client.get("/rubrics").get_data(as_text=True)).split())
    data = load_rubrics().data
    for practice in data.practices:
        assert practice.name in page
        for cue in practice.cues:
            assert cue.says in page
            assert all(line in page for line in (*cue.examples.fires, *cue.examples.quiet)), cue.id
            assert all(" ".join(pattern.split()) in page for pattern in cue.match), cue.id
    for contrast in data.contrasts:
        assert contrast.name in page
        assert contrast.social.says in page
    for finding in data.findings:
        assert finding.next_step.replace("{", "‹").replace("}", "›") in page
    for source in data.sources:
        assert source.title in page


def test_every_link_to_a_place_on_the_page_leads_somewhere(client: FlaskClient) -> None:
    page = client.get("/rubrics").get_data(as_text=True)
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)
