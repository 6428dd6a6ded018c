"""The practices that everything here is about. Imports nothing heavy: the command line names them in its help."""

from __future__ import annotations

from typing import Literal

Practice = Literal["community", "social_media", "support", "moderation", "trust_safety", "other"]

PRACTICES: tuple[Practice, ...] = ("community", "social_media", "support", "moderation", "trust_safety")
# With all other work, which is no practice but read as one.
ALL_WORK: tuple[Practice, ...] = (*PRACTICES, "other")
