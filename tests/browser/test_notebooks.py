"""Every notebook as a reader meets it: opened in JupyterLab, run, and looked at."""

from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
NOTEBOOKS = sorted(path.name for path in (PROJECT / "notebooks").glob("[0-9][0-9]_*.ipynb"))
PICTURES = PROJECT / "build/browser"

RUN = """async seconds => {
    const lab = window.jupyterapp, notebook = lab.shell.currentWidget;
    const run = async () => {
        await notebook.sessionContext.ready;
        await lab.commands.execute("editmenu:clear-all");
        await lab.commands.execute("runmenu:run-all");
    };
    const late = new Promise((_, fail) => setTimeout(() => fail(new Error("still running")), 1000 * seconds));
    await Promise.race([run(), late]);
    return notebook.content.model.toJSON().cells.filter(cell => cell.cell_type === "code");
}"""
SECONDS_TO_RUN = 180

# Sentences that begin with an Arabic letter, block by block, and whether each stands right to left: its direction, its
# first letter right of the last one on the same line, and where it opens a block, in the right half of it. A quotation
# in a line of English is a block of its own, set apart by <bdi>.
SENTENCES = r"""() => {
    const arabic = /\p{Script=Arabic}/u, letter = /\p{L}/u;
    const blocks = "p, li, td, th, h1, h2, h3, h4, figcaption, div, bdi";
    const shown = ".jp-RenderedMarkdown, .jp-RenderedHTML";
    const rect = (node, at) => {
        const range = document.createRange();
        range.setStart(node, at); range.setEnd(node, at + 1);
        return range.getBoundingClientRect();
    };
    const middle = block => { const box = block.getBoundingClientRect(); return (box.left + box.right) / 2; };
    const found = [];
    for (const area of document.querySelectorAll(shown)) {
        const walker = document.createTreeWalker(area, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const text = node.data, block = node.parentElement.closest(blocks);
            const first = text.search(letter);
            const opens = (block?.textContent ?? "").match(letter)?.[0] ?? "";
            if (!block || !arabic.test(opens) || first < 0 || !arabic.test(text[first])) continue;
            if (text.trim().split(/\s+/).filter(word => arabic.test(word)).length < 3) continue;
            const begin = rect(node, first);
            if (!begin.width) continue;
            let end = begin;
            for (let at = first + 1; at < text.length; at++) {
                const here = arabic.test(text[at]) ? rect(node, at) : null;
                if (here?.width && Math.abs(here.top - begin.top) < 2) end = here;
            }
            found.push({
                text: text.trim().slice(0, 60),
                direction: getComputedStyle(block).direction,
                leftwards: begin.right > end.right,
                atTheRight: text !== block.textContent.slice(0, text.length) || begin.right > middle(block),
            });
        }
    }
    return found;
}"""

NOT_DRAWN = """() => [...document.querySelectorAll(".jp-OutputArea img")]
    .filter(image => !(image.complete && image.naturalWidth > 0)).length"""


def opened(page, lab, name):
    page.goto(f"{lab}/{name}?reset")
    page.wait_for_function("() => window.jupyterapp?.shell?.currentWidget?.context?.isReady")
    return page


def stands_right_to_left(found):
    return found["direction"] == "rtl" and found["leftwards"] and found["atTheRight"]


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_runs_and_its_arabic_stands_right_to_left(page, lab, name):
    opened(page, lab, name)
    cells = page.evaluate(RUN, SECONDS_TO_RUN)
    faults = [out["evalue"] for cell in cells for out in cell["outputs"] if out["output_type"] == "error"]
    assert faults == []
    assert [cell["execution_count"] for cell in cells] == list(range(1, len(cells) + 1))

    height = page.evaluate("() => document.querySelector('.jp-WindowedPanel-outer').scrollHeight")
    page.set_viewport_size({"width": 1400, "height": min(height + 200, 15_000)})
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=PICTURES / f"{Path(name).stem}.png")

    sentences = page.evaluate(SENTENCES)
    assert sentences, "no Arabic sentence on the screen"
    assert [found for found in sentences if not stands_right_to_left(found)] == []
    assert page.evaluate(NOT_DRAWN) == 0


def test_text_from_the_left_is_seen(page):
    """The measure measures: Arabic in a block from the left is found wanting, in one from the right it is not."""
    arabic = "قال المتحدث إن القوات ستنسحب"
    page.set_content(
        f"<div class='jp-RenderedHTML'><p>{arabic}</p><p dir='rtl'>{arabic}</p>"
        f"<p dir='rtl'><bdo dir='ltr'>{arabic}</bdo></p><p dir='rtl' align='left'>{arabic}</p>"
        f"<p>{arabic} (3–9): over</p><p><bdi>{arabic}</bdi> (3–9): over</p></div>"
    )
    stand = [stands_right_to_left(found) for found in page.evaluate(SENTENCES)]
    assert stand == [False, True, False, False, False, True]
