"""The OpenAPI 3.1 document: addresses, what they take, what they answer, what can go wrong."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from pydantic import BaseModel

from advisor import __version__

from .openapi_types import add_org, add_readiness, add_report, add_request, add_role, ref

_PROBLEM = {
    "type": "object",
    "description": "What went wrong and what to do next (RFC 9457).",
    "properties": {
        "type": {"type": "string"},
        "status": {"type": "integer"},
        "title": {"type": "string"},
        "detail": {"type": "string"},
        "next_step": {"type": "string"},
        "code": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {"type": "object", "additionalProperties": {"type": "string"}},
        },
    },
    "required": ["type", "status", "title", "detail", "next_step", "code"],
}
_ERRORS = {
    "400": "Not JSON",
    "403": "Sent by another site's page",
    "405": "Another method is needed; the Allow header names it",
    "406": "The Accept header takes none of the answer's forms",
    "413": "Too large",
    "415": "Not application/json",
    "422": "A field or the text does not fit",
    "429": "Too many requests in a minute",
    "500": "Something broke here",
    "503": "Busy; try again in a moment",
}


def _post(summary: str, body: dict[str, Any], answers: dict[str, Any]) -> dict[str, Any]:
    wrong = {"application/problem+json": {"schema": ref("Problem")}}
    return {
        "post": {
            "summary": summary,
            "requestBody": {"required": True, "content": {"application/json": {"schema": body}}},
            "responses": {
                "200": {"description": "Done", "content": answers},
                **{status: {"description": text, "content": wrong} for status, text in _ERRORS.items()},
            },
        }
    }


@lru_cache(maxsize=1)
def document() -> dict[str, Any]:
    """Return the whole document."""
    from .api import RoleRequest
    from .api_orgs import OrgRequest
    from .api_readiness import ReadinessRequest
    from .api_reports import ReportRequest

    seen: dict[str, Any] = {"Problem": _PROBLEM}

    def post(summary: str, takes: type[BaseModel], gives: dict[str, Any], **more: Any) -> dict[str, Any]:
        answers = {"application/json": {"schema": gives}, **more}
        return _post(summary, add_request(takes, seen), answers)

    paths = {
        "/api/v1/roles": post("Read one role", RoleRequest, add_role(seen)),
        "/api/v1/orgs": post("Map a team", OrgRequest, add_org(seen)),
        "/api/v1/readiness": post(
            "Judge answers to the readiness questionnaire", ReadinessRequest, add_readiness(seen)
        ),
        "/api/v1/reports": post(
            "Put roles, a team and readiness into one report",
            ReportRequest,
            add_report(seen),
            **{
                "application/pdf": {"schema": {"type": "string", "format": "binary"}},
                "text/markdown": {"schema": {"type": "string"}},
            },
        ),
    }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Role advisor",
            "version": __version__,
            "description": "Reads job descriptions and says which practices they ask for; maps teams; judges readiness. Nothing is stored.",
        },
        "paths": paths,
        "components": {"schemas": seen},
    }
