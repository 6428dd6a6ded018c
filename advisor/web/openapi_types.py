"""JSON schemas of result types, drawn from their annotations, so that what is published cannot drift from them."""

from __future__ import annotations

import dataclasses
import datetime as dt
import types
from collections.abc import Iterable, Mapping
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from advisor.orgs import result as org
from advisor.orgs.model import OrgReading, RoleDraft, Span
from advisor.readiness import model as readiness
from advisor.report import model as report
from advisor.report.meeting import Dispute
from advisor.report.merged import Action
from advisor.report.method import Method
from advisor.roles import model as role
from advisor.rubrics.models import Source

_SIMPLE = {str: "string", int: "integer", float: "number", bool: "boolean"}
_STRING = {"type": "string"}
Seen = dict[str, Any]


def ref(name: str) -> dict[str, Any]:
    """Return a reference to the schema of that name."""
    return {"$ref": f"#/components/schemas/{name}"}


def an_object(properties: dict[str, Any], description: str = "") -> dict[str, Any]:
    """Return the schema of an object that has these properties, all of them and no others."""
    return {
        "type": "object",
        **({"description": description} if description else {}),
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _listed(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _or_null(schema: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [schema, {"type": "null"}]}


def _fixed(items: Iterable[dict[str, Any]]) -> dict[str, Any]:
    each = list(items)
    return {
        "type": "array",
        "prefixItems": each,
        "items": False,
        "minItems": len(each),
        "maxItems": len(each),
    }


def _schema(kind: Any, seen: Seen) -> dict[str, Any]:
    """Return the schema of a result type as ``to_dict`` renders it: named tuples become objects."""
    if kind in _SIMPLE:
        return {"type": _SIMPLE[kind]}
    if kind is type(None):
        return {"type": "null"}
    if kind is dt.date:
        return {"type": "string", "format": "date"}
    if kind is Span:  # two offsets, rendered as they stand
        return _fixed([{"type": "integer"}] * 2)
    origin, args = get_origin(kind), get_args(kind)
    if origin is Literal:
        return {"enum": list(args)}
    if origin in (Union, types.UnionType):
        return {"anyOf": [_schema(a, seen) for a in args]}
    if origin is tuple:
        return (
            _listed(_schema(args[0], seen))
            if args[-1] is Ellipsis
            else _fixed(_schema(a, seen) for a in args)
        )
    if origin in (dict, Mapping):
        return {"type": "object", "additionalProperties": _schema(args[1], seen)}
    name = kind.__name__
    if name not in seen:
        seen[name] = {}  # a type may hold itself
        seen[name] = an_object(_fields(kind, seen), (kind.__doc__ or "").strip())
    return ref(name)


def _fields(kind: Any, seen: Seen) -> dict[str, Any]:
    """Return the schemas of a named tuple's or a dataclass's own fields."""
    hints = get_type_hints(kind)
    names = [f.name for f in dataclasses.fields(kind)] if dataclasses.is_dataclass(kind) else list(hints)
    return {name: _schema(hints[name], seen) for name in names}


def _with_verdict(schema: str, fields: dict[str, Any]) -> dict[str, Any]:
    """Put headline and subline into one object, as results do."""
    fields = dict(fields)
    said = {name: fields.pop(name) for name in ("headline", "subline")}
    return {"schema": {"const": schema}, **fields, "verdict": an_object(said)}


def add_role(seen: Seen) -> dict[str, Any]:
    """Add the ``advisor.role/1`` object: the analysis without the text."""
    fields = _with_verdict(role.SCHEMA, _fields(role.RoleAnalysis, seen))
    del fields["text"], fields["foreign"]
    seen["Role"] = an_object(fields, "One role, read. Offsets count characters of the text as sent.")
    return ref("Role")


def add_org(seen: Seen) -> dict[str, Any]:
    """Add the ``advisor.org/1`` object; each role stands with its draft's fields beside its own."""
    reading = _fields(OrgReading, seen)
    del reading["text"]
    reading["left"] = _listed(an_object({"span": _schema(Span, seen), "text": _STRING}))
    seen["OrgReading"] = an_object(reading, "What was read. Offsets count characters of the text as sent.")
    one = {**_fields(RoleDraft, seen), **_fields(org.OrgRole, seen)}
    del one["draft"]
    seen["OrgRole"] = an_object(one, "One role of the team, as it was read and judged.")
    fields = _with_verdict(org.SCHEMA, _fields(org.OrgAnalysis, seen))
    seen["Org"] = an_object(fields, "A team, mapped: who covers what, what to settle, one step of structure.")
    return ref("Org")


def add_readiness(seen: Seen) -> dict[str, Any]:
    """Add the ``advisor.readiness/1`` object: the whole result."""
    fields = {"schema": {"const": readiness.SCHEMA}, **_fields(readiness.Readiness, seen)}
    seen["Readiness"] = an_object(fields, "Answers judged: verdict, score, gates, plan, staffing, spread.")
    return ref("Readiness")


def add_report(seen: Seen) -> dict[str, Any]:
    """Add the ``advisor.report/1`` object, which holds the three above."""
    seen["Source"] = Source.model_json_schema(mode="serialization")
    fields = {
        "schema": {"const": report.SCHEMA},
        **_fields(report.Meta, seen),
        "roles": _listed(ref("Role")),
        "org": _or_null(ref("Org")),
        "readiness": _or_null(ref("Readiness")),
        "conclusion": _STRING,
        "plan": _listed(an_object({"window": _STRING, "actions": _listed(_schema(Action, seen))})),
        "disputes": _listed(_schema(Dispute, seen)),
        "method": _schema(Method, seen),
        "sources": _listed(ref("Source")),
    }
    seen["Report"] = an_object(fields, "Roles, a team and readiness in one, with one plan.")
    return ref("Report")


def add_request(model: type[BaseModel], seen: Seen) -> dict[str, Any]:
    """Add what a request may hold, from the model that checks it."""
    schema = model.model_json_schema(ref_template="#/components/schemas/{model}")
    seen.update(schema.pop("$defs", {}))
    seen[model.__name__] = schema
    return ref(model.__name__)
