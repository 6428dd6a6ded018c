"""The step, its picture and its hours say the same; nothing goes round in a circle, nothing is invented unsaid."""

from __future__ import annotations

from typing import Any

from advisor import analyze_org

SEAT: dict[str, Any] = {
    "title": "Shop hero",
    "duties": ["answers customer tickets", "posts on Instagram", "answers customer e-mails"],
}
STUDENT = {"title": "Student", "duties": ["answers customer tickets", "moderates the comments"], "hours": 15}


def test_a_seat_that_the_step_names_stands_in_the_picture() -> None:
    structure = analyze_org([SEAT]).structure
    assert structure.step == "Next step: give community a seat of its own."
    assert structure.moves
    assert "Community manager" in [box.label for box in structure.after.boxes]


def test_a_seat_that_keeps_the_work_is_not_made_twice() -> None:
    host = {"title": "Community manager", "duties": ["hosts the members’ forum", "posts on Instagram"]}
    structure = analyze_org([{**host, "hours": 10}]).structure
    assert [move.practice for move in structure.moves] == ["social_media"]
    assert structure.adds == ()


def test_what_leaves_one_seat_goes_to_none_that_gives_it_away() -> None:
    first = {"title": "Agent", "duties": ["answers customer tickets", "moderates the comments"]}
    moves = analyze_org([first, STUDENT]).structure.moves
    assert len(moves) == 2
    assert not {move.to for move in moves} & {"Agent", "Student"}


def test_work_does_not_move_to_a_founder() -> None:
    founder = {"title": "Founder", "duties": ["posts on Instagram"]}
    (move,) = analyze_org([SEAT, founder]).structure.moves
    assert (move.practice, move.new) == ("social_media", True)


def test_hours_that_nobody_stated_are_said_to_be_assumed() -> None:
    (split,) = analyze_org([SEAT]).structure.splits
    assert split.says.startswith("The hours of this seat are not stated; 40 a week were taken.")
    (told,) = analyze_org([{**SEAT, "hours": 30}]).structure.splits
    assert "not stated" not in told.says
    assert sum(hours for _, hours in told.hours) == 30
    assert analyze_org([{**SEAT, "title": "Founder"}]).structure.splits == ()


def test_signing_off_own_posts_is_no_moderation() -> None:
    own, members = (
        analyze_org([{"title": "Founder", "duties": [duty]}]).roles[0]
        for duty in ("approves every post before it goes out", "approves members’ posts before they go live")
    )
    assert own.levels["moderation"] == "none"
    assert own.levels["social_media"] == "all"
    assert members.levels["moderation"] == "all"


def test_a_step_asks_for_no_hours_that_have_a_name() -> None:
    host = {"title": "Community manager", "duties": ["hosts the members’ forum", "removes reported posts"]}
    bare, named = (
        analyze_org([{**host, "duties": [*host["duties"], *more]}, SEAT], org_size=60).structure
        for more in ([], ["is there in the evenings"])
    )
    assert "evenings" in bare.step
    assert [a.seat for a in bare.adds] == ["Moderation cover"]
    assert named.step == "Next step: make clear who leads this work."
    assert named.adds == ()


def test_a_picture_without_a_step_shows_the_moves() -> None:
    structure = analyze_org([SEAT], org_size=5).structure
    assert structure.step.startswith("Stay with")
    assert structure.moves
    assert structure.after_title == "After the moves"
    assert structure.after.told.startswith("After the moves: ")
    assert analyze_org([SEAT]).structure.after_title == "After the step"


def test_a_new_seat_hangs_where_its_work_is() -> None:
    team = [
        {"title": "Director", "duties": ["plans the year"]},
        {
            "title": "Community manager",
            "duties": ["hosts the forum"],
            "headcount": 5,
            "reports_to": "Director",
        },
        SEAT,
    ]
    structure = analyze_org(team, org_size=60).structure
    assert [a.seat for a in structure.adds] == ["Head of community"]
    (new,) = [box for box in structure.after.boxes if box.label == "Head of community"]
    below = {(c, d) for _, _, c, d in structure.after.lines}
    assert (new.x + 79, new.y) in below


def test_cases_go_to_those_who_answer_them_and_not_to_their_head() -> None:
    team = (
        "- Head of Customer Operations – Deniz\n"
        "  - Support team lead – Rui\n"
        "    - 8 × Support agent: answer tickets and e-mail\n"
        "- Social & Community Manager – Toby\n"
        "  - runs X and TikTok\n  - answers angry customers in the replies\n"
        "  - hosts the Discord\n  - welcomes new members"
    )
    moves = {move.practice: move.to for move in analyze_org(team).structure.moves}
    assert moves["support"] == "Support agent"


def test_a_short_week_is_split_by_what_the_seat_does() -> None:
    duties = ["approves posts in the readers' Facebook group", "removes spam and off-topic posts"]
    seat = {"title": "Online Community Assistant", "duties": duties, "hours": 10}
    (split,) = analyze_org([seat]).structure.splits
    assert [practice for practice, _ in split.hours] == ["moderation", "community"]
    assert split.hours[0][1] > split.hours[1][1] >= 2
    assert [move.practice for move in analyze_org([seat]).structure.moves] == ["community"]


def test_what_belongs_to_another_job_is_told_with_the_hours() -> None:
    (split,) = analyze_org(
        "Community & Social Manager: runs X and TikTok; hosts the Discord; welcomes new members; "
        "hides scam comments at weekends"
    ).structure.splits
    assert [practice for practice, _ in split.hours] == ["community", "social_media"]
    assert "Here moderation is part of community management and has its hours there." in split.says
