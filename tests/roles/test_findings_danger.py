"""Where people are in danger nothing is softened, and one person on call each night is told as what it is."""

import pytest

from .finding_cases import community, ids, read
from .made_ads import MODERATION, SAFETY, made_ad


@pytest.mark.parametrize(
    "line",
    [
        "Cover reports of self-harm on evenings and weekends",
        "Look after reports of grooming at weekends",
        "Cover weekends, as threats to kill another member come in then",
    ],
)
def test_a_small_organisation_cannot_wait_where_somebody_is_in_danger(line: str) -> None:
    found = {f.id: f for f in read(community(line), 12).findings}["finding.out-of-hours"]
    assert found.severity == "serious"
    assert not found.softened
    assert "wait until the morning" not in found.next_step


@pytest.mark.parametrize(
    "line", ["Cover the forum on evenings and weekends", "Cover the dog grooming chat at weekends"]
)
def test_a_small_organisation_can_wait_elsewhere(line: str) -> None:
    assert ids(read(community(line), 12))["finding.out-of-hours"] == "advice"


NIGHTLY = "Be on call every night for urgent reports"
ALONE = (
    "You are the only person in charge of safety",
    "Be on call at weekends for threats to kill another player",
)


@pytest.mark.parametrize("more", [(NIGHTLY,), ALONE])
def test_one_person_on_call_each_night_for_safety_is_blocking(more: tuple[str, ...]) -> None:
    found = ids(read(made_ad("Trust and Safety Manager", (*SAFETY, *MODERATION, *more))))
    assert found["finding.safety-around-the-clock"] == "blocking"
    assert "finding.out-of-hours" not in found


@pytest.mark.parametrize(
    "more",
    [
        ("Be on call every night in turn, in a rota of six",),
        ("Review the reports of the day before each morning",),
        ALONE[1:],
    ],
)
def test_shared_or_no_nights_are_not(more: tuple[str, ...]) -> None:
    found = ids(read(made_ad("Trust and Safety Manager", (*SAFETY, *MODERATION, *more))))
    assert "finding.safety-around-the-clock" not in found
