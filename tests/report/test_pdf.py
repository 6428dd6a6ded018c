import gc
import hashlib
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest
from pypdf.generic import IndirectObject

from advisor.report import pdf, to_pdf

from .made import BUNDLE, UNCLEAR, report_on
from .pdf_reading import bookmarks, elements, read, words


@pytest.fixture(scope="module")
def report():
    return report_on(BUNDLE)


@pytest.fixture(scope="module")
def data(report):
    return to_pdf(report)


def test_it_says_what_the_report_says(report, data):
    said, role = words(data), report.roles[0]
    assert role.headline in said
    for fact in (
        "Fernhill Halls",
        "A. Consultant",
        "21 November 2026",
        report.meta.rubrics,
        "Community Manager",
    ):
        assert fact in said
    for finding in role.findings:
        assert finding.title in said
        assert finding.next_step in said
    assert role.findings[0].quotes[0].text in said
    assert role.advice.summary in said
    assert "How this was judged" in said
    assert report.sources[0].title in said


def test_it_has_bookmarks_for_the_verdict_every_finding_and_the_appendices(report, data):
    names = bookmarks(read(data))
    assert names[0] == f"Verdict: {report.roles[0].headline}"
    assert {f.title for f in report.roles[0].findings} <= set(names)
    assert {
        "Findings",
        "What to do",
        "Appendix: the text that was read",
        "How this was judged",
        "Sources",
    } <= set(names)


def test_it_is_tagged_named_and_in_a_language(report, data):
    reader = read(data)
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.title == f"{report.meta.title} · Fernhill Halls"
    assert reader.metadata.author == "A. Consultant"
    assert reader.metadata.creation_date.date() == report.meta.date
    assert b"pdfuaid:part" in root["/Metadata"].get_data()
    assert all(page["/Tabs"] == "/S" for page in reader.pages)


def test_its_structure_has_headings_lists_quotes_and_told_pictures(data):
    tree = elements(read(data))
    kinds = [element["/S"] for element in tree]
    assert kinds.count("/H1") == 1
    assert {"/H2", "/H3", "/P", "/L", "/LI", "/BlockQuote", "/Figure", "/Link"} <= set(kinds)
    figures = [element for element in tree if element["/S"] == "/Figure"]
    assert len(figures) > 2
    assert all(str(figure.get("/Alt", "")).strip() for figure in figures)
    assert "campfire" in " ".join(str(figure["/Alt"]) for figure in figures)


def test_headings_skip_no_level(data):
    def walk(node, found):
        node = node.get_object() if isinstance(node, IndirectObject) else node
        if isinstance(node, list):
            for kid in node:
                walk(kid, found)
        elif isinstance(node, dict):
            if str(node.get("/S", "")) in ("/H1", "/H2", "/H3", "/H4"):
                found.append(int(str(node["/S"])[2]))
            if "/K" in node:
                walk(node["/K"], found)
        return found

    for document in (data, to_pdf(report_on(BUNDLE, UNCLEAR))):
        levels = walk(read(document).trailer["/Root"]["/StructTreeRoot"]["/K"], [])
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_font_is_embedded_and_ours(data):
    fonts = set()
    for page in read(data).pages:
        for font in page["/Resources"]["/Font"].values():
            for descendant in font.get_object()["/DescendantFonts"]:
                described = descendant.get_object()["/FontDescriptor"]
                assert "/FontFile2" in described or "/FontFile3" in described
                fonts.add(str(described["/FontName"]).split("+")[-1])
    assert fonts
    assert all(name.startswith(("Inter", "Source-Serif", "SourceSerif")) for name in fonts), fonts


def test_pages_are_numbered_and_carry_running_heads(data):
    pages = read(data).pages
    for number, page in enumerate(pages, 1):
        said = " ".join(page.extract_text().split())
        assert f"{number} of {len(pages)}" in said
        assert "Fernhill Halls · “Community Manager” reviewed" in said


def test_contents_name_the_pages(data):
    reader = read(data)
    first = " ".join(reader.pages[0].extract_text().split())
    contents = first.split("In this report")[1]
    assert "Findings 2" in contents.replace("\xa0", " ")
    targets = {a.get_object()["/Dest"] for a in reader.pages[0]["/Annots"]}
    assert targets <= set(reader.named_destinations)


@pytest.mark.parametrize(("paper", "size"), [("A4", (595, 842)), ("Letter", (612, 792))])
def test_paper(paper, size):
    page = read(to_pdf(report_on(UNCLEAR, paper=paper))).pages[0]
    assert (round(page.mediabox.width), round(page.mediabox.height)) == size


def test_the_same_report_gives_the_same_bytes_in_another_process(report, data):
    assert to_pdf(report) == data
    code = (
        "import hashlib; from advisor.report import to_pdf; from tests.report.made import BUNDLE, report_on;"
        "print(hashlib.sha256(to_pdf(report_on(BUNDLE))).hexdigest())"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == hashlib.sha256(data).hexdigest()


def test_four_threads_share_fonts_and_styles_and_make_the_same_bytes():
    # In a process of its own, in which the first complaint of the C libraries is the end: sharing Pango's fonts
    # carelessly corrupts their lists long before any byte of a file differs.
    code = """
import gc, sys
from concurrent.futures import ThreadPoolExecutor
from advisor.report import to_pdf
from tests.report.made import BUNDLE, UNCLEAR, report_on
reports = [report_on(BUNDLE), *[report_on(UNCLEAR), report_on(UNCLEAR, paper="Letter")] * 8]
expected = {report.meta.paper + report.roles[0].title: to_pdf(report) for report in reports[:3]}
sys.setswitchinterval(1e-6)
with ThreadPoolExecutor(4) as pool:
    made = list(pool.map(to_pdf, reports))
assert gc.isenabled()
print(made == [expected[report.meta.paper + report.roles[0].title] for report in reports])
"""
    strict = {**os.environ, "G_DEBUG": "fatal-warnings"}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=strict, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "True\n", "")


def test_threads_take_turns_and_no_collection_comes_between(monkeypatch):
    inside, together, collecting = [], [], []

    def laid_out(document, _paper, _shared):
        inside.append(document)
        together.append(len(inside))
        collecting.append(gc.isenabled())
        time.sleep(0.01)
        inside.remove(document)
        return document.encode()

    monkeypatch.setattr(pdf, "_laid_out", laid_out)
    monkeypatch.setattr(pdf, "_written", lambda pages, _: pages)
    pages = [f"<p>{i}" for i in range(8)]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(pdf.to_bytes, pages)) == [page.encode() for page in pages]
    assert set(together) == {1}
    assert set(collecting) == {False}
    assert gc.isenabled()


def test_a_failed_layout_leaves_the_collector_on_and_lets_the_next_one_in(monkeypatch):
    def fails(*_):
        raise RuntimeError("no paper")

    with monkeypatch.context() as patch:
        patch.setattr(pdf, "_laid_out", fails)
        with pytest.raises(RuntimeError, match="no paper"):
            pdf.to_bytes("<p>x")
    assert gc.isenabled()
    assert pdf.to_bytes("<html lang=en><title>x</title><p>next")
