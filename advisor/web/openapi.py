"""The OpenAPI 3.1 document, drawn from the request models and the result types so that it cannot drift."""

from __future__ import annotations

import dataclasses
import types
from functools import lru_cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from advisor import __version__
from advisor.readiness import model as readiness
from advisor.roles import model as role

_SIMPLE = {str: "string", int: "integer", float: "number", bool: "boolean"}


def _schema(kind: Any, seen: dict[str, Any]) -> dict[str, Any]:
    """Return the JSON schema of a result type as ``to_dict`` renders it: named tuples become objects."""
    if kind in _SIMPLE:
        return {"type": _SIMPLE[kind]}
    if kind is type(None):
        return {"type": "null"}
    origin, args = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return {"anyOf": [_schema(a, seen) for a in args]}
    if origin is tuple:
        return {"type": "array", "items": _schema(args[0], seen)}
    if origin is dict:
        return {"type": "object", "additionalProperties": _schema(args[1], seen)}
    name = kind.__name__
    if name not in seen:
        seen[name] = {}
        hints = get_type_hints(kind)
        properties = {field: _schema(hint, seen) for field, hint in hints.items()}
        seen[name] = {
            "type": "object",
            "description": (kind.__doc__ or "").strip(),
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
        }
    return {"$ref": f"#/components/schemas/{name}"}


def _role(seen: dict[str, Any]) -> dict[str, Any]:
    """The ``advisor.role/1`` object: the analysis without the text, with its verdict in one place."""
    hints = get_type_hints(role.RoleAnalysis)
    fields = {f.name: hints[f.name] for f in dataclasses.fields(role.RoleAnalysis)}
    properties: dict[str, Any] = {"schema": {"const": role.SCHEMA}}
    for name in ("rubrics", "title", "title_practice", "org_size"):
        properties[name] = _schema(fields[name], seen)
    properties["verdict"] = {
        "type": "object",
        "properties": {"headline": {"type": "string"}, "subline": {"type": "string"}},
        "required": ["headline", "subline"],
        "additionalProperties": False,
    }
    for name in ("lines", "headings", "profile", "contrasts", "findings", "advice"):
        properties[name] = _schema(fields[name], seen)
    return {
        "type": "object",
        "description": "One role, read. Offsets count characters of the text as sent.",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _readiness(seen: dict[str, Any]) -> dict[str, Any]:
    """The ``advisor.readiness/1`` object: the whole result."""
    properties = {"schema": {"const": readiness.SCHEMA}}
    hints = get_type_hints(readiness.Readiness)
    for field in dataclasses.fields(readiness.Readiness):
        properties[field.name] = _schema(hints[field.name], seen)
    return {
        "type": "object",
        "description": "Answers judged: verdict, score, gates, plan, staffing, spread.",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _request(model: type[BaseModel], seen: dict[str, Any]) -> dict[str, Any]:
    schema = model.model_json_schema(ref_template="#/components/schemas/{model}")
    seen.update(schema.pop("$defs", {}))
    seen[model.__name__] = schema
    return {"$ref": f"#/components/schemas/{model.__name__}"}


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
    "413": "Too large",
    "415": "Not application/json",
    "422": "A field or the text does not fit",
    "429": "Too many requests",
}


def _post(summary: str, body: dict[str, Any], answers: dict[str, Any]) -> dict[str, Any]:
    wrong = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
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
    seen["Role"] = _role(seen)
    seen["Readiness"] = _readiness(seen)
    answer = {"$ref": "#/components/schemas/Role"}
    report = {
        "type": "object",
        "properties": {"schema": {"const": "advisor.report/1"}},
        "required": ["schema"],
    }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Role advisor",
            "version": __version__,
            "description": "Reads job descriptions and says which practices they ask for; judges readiness. Nothing is stored.",
        },
        "paths": {
            "/api/v1/roles": _post(
                "Read one role", _request(RoleRequest, seen), {"application/json": {"schema": answer}}
            ),
            "/api/v1/orgs": _post(
                "Map a team",
                _request(OrgRequest, seen),
                {
                    "application/json": {
                        "schema": {
                            "type": "object",
                            "properties": {"schema": {"const": "advisor.org/1"}},
                            "required": ["schema", "roles", "coverage", "findings", "structure"],
                        }
                    }
                },
            ),
            "/api/v1/readiness": _post(
                "Judge answers to the readiness questionnaire",
                _request(ReadinessRequest, seen),
                {"application/json": {"schema": {"$ref": "#/components/schemas/Readiness"}}},
            ),
            "/api/v1/reports": _post(
                "Put roles, a team and readiness into one report",
                _request(ReportRequest, seen),
                {
                    "application/json": {"schema": report},
                    "application/pdf": {"schema": {"type": "string", "format": "binary"}},
                    "text/markdown": {"schema": {"type": "string"}},
                },
            ),
        },
        "components": {"schemas": seen},
    }
