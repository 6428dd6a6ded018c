"""What a team's map asks to be done, step by step: the plan of its own part, and its share of a joint one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from advisor.rubrics.joint import load_joint
from advisor.rubrics.structures import load_structures
from advisor.wording import lower_first

if TYPE_CHECKING:
    from advisor.orgs.result import OrgAnalysis, OrgFinding, OrgMove


class TeamStep(NamedTuple):
    """One thing to do. ``window`` is a window's id; ``findings`` are those that ask for it; ``move`` if it is one;
    ``seat`` is the seat that it makes or fills, "" for none, and ``practice`` what this is for."""

    window: str
    what: str
    owner: str
    done: str
    findings: tuple[OrgFinding, ...]
    move: OrgMove | None = None
    seat: str = ""
    practice: str = ""


def team_steps(analysis: OrgAnalysis) -> tuple[TeamStep, ...]:
    """Return the steps in the order of the windows: in each the moves between seats, then what the findings ask.

    A seat that holds several jobs is settled by its moves; where nothing moves, by the finding's own next step. That empty
    seats are to be filled, their finding says.
    """
    says, titles = load_joint().says, [r.label for r in analysis.roles]
    steps = []
    for move in analysis.structure.moves:
        to = (says.vacant if move.vacant else says.new if move.new else says.existing).format(seat=move.to)
        what = says.move.format(role=titles[move.role], what=lower_first(move.what), to=to)
        bundles = tuple(f for f in analysis.findings if f.id == "org.bundle" and move.role in f.roles)
        steps.append(
            TeamStep(
                move.window,
                what,
                titles[move.role],
                says.team_done,
                bundles,
                move,
                move.to if move.new else "",
                move.practice,
            )
        )
    made = load_structures().data.says
    for add in analysis.structure.adds:
        if add.vacant:
            continue
        what = made.new_seat if add.new else made.more_hours
        steps.append(
            TeamStep(
                "second",
                what.format(seat=add.seat),
                made.step_owner,
                made.step_done,
                (),
                None,
                add.seat if add.new else "",
                add.practice,
            )
        )
    told = {f for step in steps for f in step.findings}
    steps += [
        TeamStep(f.window, f.next_step, f.owner, f.done, (f,)) for f in analysis.findings if f not in told
    ]
    order = list(load_structures().data.windows)
    return tuple(sorted(steps, key=lambda step: order.index(step.window)))  # type: ignore[arg-type]
