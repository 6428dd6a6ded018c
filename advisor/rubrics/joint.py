"""Reads ``joint.yaml`` and checks that everything it names exists. Apart from the ads’ rubrics, loaded on first use."""

from __future__ import annotations

from pathlib import Path

from advisor.errors import RubricError

from .loader import Reader
from .models.findings import FindingsFile
from .models.joint import JointFile
from .models.readiness import ReadinessFile
from .models.structures import StructuresFile
from .once import loaded_once
from .yamlfile import find


def read_joint(base: Path, overlay: Path | None = None) -> JointFile:
    """Read and check the file in ``base``, with ``overlay``'s over it. Raises RubricError, every problem located."""
    reader = Reader(base, overlay)
    reader.known_files()
    data = reader.file("joint", JointFile)
    questions = reader.file("readiness", ReadinessFile)
    structures = reader.file("structures", StructuresFile)
    findings = reader.file("findings", FindingsFile)
    reader.refuse()
    if data is None or questions is None or structures is None or findings is None:  # never: refused above
        raise RubricError(reader.problems)
    items = {i.id for i in questions.items}
    team, ads = {f.id for f in structures.findings}, {f.id for f in findings.findings}
    duties = {r.id for r in structures.responsibilities}
    bands: set[str] = {b.id for b in questions.bands}
    named: list[tuple[tuple[str | int, ...], str, set[str], str]] = [
        (("held", "vacant"), data.held.vacant, team, "a finding of structures.yaml")
    ]
    for i, band in enumerate(data.held.bands):
        named.append((("held", "bands", i), band, bands, "a band of readiness.yaml"))
    for i, meeting in enumerate(data.meetings):
        at = ("meetings", i)
        named.append(((*at, "id"), meeting.id, items, "the id of a question"))
        for j, one in enumerate(meeting.team):
            named.append(((*at, "team", j, "finding"), one.finding, team, "a finding of structures.yaml"))
            if one.without is not None:
                path = (*at, "team", j, "without")
                named.append((path, one.without, duties, "the id of a responsibility"))
        for j, ad in enumerate(meeting.ads):
            named.append(((*at, "ads", j, "finding"), ad.finding, ads, "a finding of findings.yaml"))
    for where, name, known, expected in named:
        if name not in known:
            node = find(reader.roots["joint"], list(where))
            reader.problems.append(reader.place.unnamed(node, name, expected))
    reader.refuse()
    return data


load_joint = loaded_once(read_joint)
