"""The pages on how it judges show what is in the YAML, all of it."""

import html
import re

import pytest
from flask.testing import FlaskClient

from advisor import analyze_role, load_rubrics
from advisor.report.marked import blocks_of
from advisor.rubrics.readiness import load_readiness
from advisor.rubrics.structures import load_structures
from advisor.wording import lower_first

PAGES = ["/rubrics", "/rubrics/teams", "/rubrics/readiness"]


def words(client: FlaskClient, path: str) -> str:
    return " ".join(html.unescape(client.get(path).get_data(as_text=True)).split())


def test_the_page_shows_every_practice_cue_contrast_finding_and_source(client: FlaskClient) -> None:
    page = words(client, "/rubrics")
    data = load_rubrics().data
    for practice in data.practices:
        assert practice.name in page
        assert all(line in page for line in practice.keeps), practice.practice
        assert lower_first(practice.moves_to) in page
        assert all(lower_first(function.moves_to) in page for function in practice.functions)
        if practice.family:
            assert ", ".join(practice.titles) in page
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
    assert f"{len(data.practice_words.words):,} single words" in page
    for practice in data.practices:
        best = max(data.practice_words.words.items(), key=lambda said: said[1].get(practice.practice, 0))
        assert f"speak most for it:</b> {best[0]}," in page


def test_whatever_marks_a_line_is_told_of_where_its_link_leads(client: FlaskClient) -> None:
    page = client.get("/rubrics").get_data(as_text=True)
    ad = (
        "Community Manager\n\nWhat you will do\n- Welcome new members to our forum\n- Answer tickets in Zendesk\n"
        "- Review blogs, newsletters and SQL teaching\n- Moderate the queue and remove spam"
    )
    blocks = blocks_of(analyze_role(ad), load_rubrics())
    cues = [cue for block in blocks for segment in block.segments for cue in segment.cues]
    assert {cue.what for cue in cues} >= {"strong cue", "single words"}
    assert all(f'id="{cue.anchor}"' in page for cue in cues)


def test_the_page_on_readiness_shows_every_question_gate_action_and_verdict(client: FlaskClient) -> None:
    page = words(client, "/rubrics/readiness")
    data = load_readiness().data
    for item in data.items:
        assert item.question in page
        assert all(level in page for level in item.levels), item.id
        assert item.low.do in page
        assert item.middle.done in page
        if item.gate:
            assert item.gate.says in page
            assert f"{item.gate.kind} gate" in page
            assert not item.gate.raised or item.gate.raised.why in page
    for band in data.bands:
        assert f"from {band.min:g} of 100" in page
        assert band.meaning in page
    for way in data.instead:
        assert way.what in page
    for stage in data.staffing.stages:
        assert f"{stage.name}: factor" in page


def test_the_page_on_teams_shows_every_responsibility_finding_structure_and_move(client: FlaskClient) -> None:
    page = words(client, "/rubrics/teams")
    data = load_structures().data
    for responsibility in data.responsibilities:
        assert responsibility.name in page
        assert all(pattern in page for pattern in responsibility.match), responsibility.id
    for cover in data.cover:
        assert cover.name in page
    for finding in data.findings:
        assert finding.next_step.replace("{", "‹").replace("}", "›") in page
    for archetype in data.archetypes:
        assert archetype.roles in page
    for move in data.moves:
        assert move.why in page
    for seam in data.seams:
        assert seam.work in page
    for place in data.reporting:
        assert place.mind in page


@pytest.mark.parametrize("path", PAGES)
def test_every_link_to_a_place_on_the_page_leads_somewhere(client: FlaskClient, path: str) -> None:
    page = client.get(path).get_data(as_text=True)
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


@pytest.mark.parametrize("path", PAGES)
def test_the_pages_lead_to_one_another(client: FlaskClient, path: str) -> None:
    links = re.findall(
        r'href="(/rubrics[^"#]*)"( aria-current="page")?', client.get(path).get_data(as_text=True)
    )
    assert {link for link, _ in links} >= set(PAGES)
    assert (path, ' aria-current="page"') in links
