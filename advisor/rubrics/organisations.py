"""Reads ``organisations.yaml``: the words for reading a team. Apart from the ads' rubrics, loaded on first use."""

from __future__ import annotations

from pathlib import Path

from advisor.errors import RubricError

from .loader import Reader
from .models.organisations import OrganisationsFile
from .once import loaded_once


def read_organisations(base: Path, overlay: Path | None = None) -> OrganisationsFile:
    """Read and check the file in ``base``, with ``overlay``'s over it. Raises RubricError, every problem located."""
    reader = Reader(base, overlay)
    reader.known_files()
    data = reader.file("organisations", OrganisationsFile)
    reader.refuse()
    if data is None:  # never: then there were problems to refuse
        raise RubricError(reader.problems)
    return data


load_organisations = loaded_once(read_organisations)
