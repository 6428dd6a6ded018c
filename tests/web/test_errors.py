"""Where an address is mistyped or a request is wrong, there is a way on."""

from flask.testing import FlaskClient


def test_an_address_with_a_slash_at_its_end_leads_to_the_same(client: FlaskClient) -> None:
    for path in ("/role/", "/org/", "/rubrics/", "/rubrics/teams/", "/readiness/"):
        assert client.get(path).status_code == 200, path


def test_an_error_of_the_team_s_pages_leads_back_to_them(client: FlaskClient) -> None:
    page = client.post("/org", data={"go": "nowhere"})
    assert page.status_code == 400
    assert 'class="button" href="/org"' in page.get_data(as_text=True)
