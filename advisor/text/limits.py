"""How much of what the advisor reads, in one place. Sizes in bytes, times in seconds."""

from __future__ import annotations

from advisor.errors import InputError

MIB = 1 << 20

TEXT_BYTES = 1 * MIB  # of text, pasted, sent or found in a file, counted as UTF-8
FILE_BYTES = 5 * MIB  # of an HTML, DOCX or PDF file
PDF_PAGES = 100  # a job description has a few pages; a file with hundreds is something else

ZIP_ENTRIES = 2_000
ZIP_BYTES = 64 * MIB  # of all parts of a DOCX, unpacked
ZIP_RATIO = 200  # unpacked to packed, of one part over ZIP_RATIO_FROM; real documents stay below 50
ZIP_RATIO_FROM = 1 * MIB

WORKER_SECONDS = 15  # on the clock
WORKER_CPU_SECONDS = 10
WORKER_MEMORY = 768 * MIB  # address space, so shared libraries count as well
WORKERS = 4  # at once in a process; more wait


def size(count: int) -> str:
    """A number of bytes for people: '820 kB', '1.4 MB'. Rounded up, so that a byte over a limit is told from it."""
    if count < MIB:
        return f"{-(-count // 1024)} kB"
    return f"{-(-count * 10 // MIB) / 10:g} MB"


def text_too_large(count: int) -> InputError:
    """The error for a text of `count` bytes."""
    return InputError(
        "too-large",
        f"This text is {size(count)} long; the advisor reads up to {size(TEXT_BYTES)}.",
        "Paste or send the job description only.",
        413,
    )


def check_text_size(text: str) -> None:
    """Raise InputError (too-large) for more text than TEXT_BYTES."""
    if len(text) * 4 <= TEXT_BYTES:
        return
    count = len(text.encode("utf-8", "surrogatepass"))
    if count > TEXT_BYTES:
        raise text_too_large(count)


def too_complex() -> InputError:
    """The error for a file that takes too much memory, or on which the reader broke down."""
    return InputError(
        "too-complex",
        "This file needs more memory than the advisor gives to one, or is damaged.",
        "Save it again in a simpler form, or paste the text.",
    )
