"""The role advisor: tells apart the practices that a job description asks for, and says what to do about it.

>>> import advisor
>>> result = advisor.analyze_role("Welcome new members to our forum and host weekly discussions. …")
>>> result.profile.primary
'community'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from advisor.errors import AdvisorError, InputError, RubricError
    from advisor.orgs.analyze import analyze_org
    from advisor.orgs.result import OrgAnalysis
    from advisor.readiness.assess import assess_readiness
    from advisor.readiness.model import Readiness
    from advisor.roles.analyze import analyze_role
    from advisor.roles.model import RoleAnalysis
    from advisor.rubrics.loader import load_rubrics

__version__ = "0.1.0"
__all__ = [
    "AdvisorError",
    "InputError",
    "OrgAnalysis",
    "Readiness",
    "RoleAnalysis",
    "RubricError",
    "analyze_org",
    "analyze_role",
    "assess_readiness",
    "load_rubrics",
]

_WHERE = {
    "AdvisorError": "advisor.errors",
    "InputError": "advisor.errors",
    "RubricError": "advisor.errors",
    "OrgAnalysis": "advisor.orgs.result",
    "Readiness": "advisor.readiness.model",
    "RoleAnalysis": "advisor.roles.model",
    "analyze_org": "advisor.orgs.analyze",
    "analyze_role": "advisor.roles.analyze",
    "assess_readiness": "advisor.readiness.assess",
    "load_rubrics": "advisor.rubrics.loader",
}


def __getattr__(name: str) -> Any:
    """Import a public name on first use, so that ``import advisor`` stays quick."""
    if name not in _WHERE:
        raise AttributeError(f"module 'advisor' has no attribute '{name}'")
    from importlib import import_module

    value = globals()[name] = getattr(import_module(_WHERE[name]), name)
    return value
