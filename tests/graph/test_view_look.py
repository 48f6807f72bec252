"""What the drawing says by size, colour, outlines and names, its legend, and the pictures that leave the page."""

from __future__ import annotations

import base64
import re
import struct
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest
from browser import Visit, visiting
from handmade import records_of

from graph.network import Network
from graph.view import PAGE, render_page

pytestmark = pytest.mark.browser
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def page(browser: Any, samples_out: Path) -> Iterator[Visit]:
    with visiting(browser, samples_out / "network.html") as visit:
        yield visit


@pytest.fixture()
def samples(page: Visit) -> Visit:
    """The page as it opens."""
    page.page.evaluate("window.sederunt.choose('')")
    page.page.evaluate("document.querySelector('#reset-look').click()")
    page.page.evaluate("document.querySelector('#reset-filters').click()")
    page.page.click("#mode-company")
    if not page.page.is_visible("#look"):
        page.page.click("#open-look")
    return page


def legend(visit: Visit) -> str:
    return " | ".join(visit.page.locator("#legend .entry").all_inner_texts())


@pytest.mark.parametrize("measure", ["meetings", "degree", "strength", "pagerank", "core", "closeness", "betweenness", "clustering"])  # fmt: skip
def test_nodes_are_as_large_as_the_measure_says(samples: Visit, samples_out: Path, measure: str) -> None:
    samples.page.select_option("#look-size", measure)
    samples.page.wait_for_timeout(150)
    sizes = samples.page.evaluate("window.sederunt.sizes()")
    net = Network.open(samples_out)
    values = (
        dict(zip(net.people().person_id, net.people().meetings.astype(float), strict=True))
        if measure == "meetings"
        else net.measure(measure).asdict()
    )
    known = {f"p{n}": values[p.id] for n, p in enumerate(net.records.people) if f"p{n}" in sizes}
    for a, b in combinations(sorted(known), 2):
        if known[a] > known[b] + 1e-9:
            assert sizes[a] > sizes[b], (measure, a, b)
    if measure == "betweenness":
        assert "without intervals" in samples.page.inner_text("#look-note")


@pytest.mark.parametrize("palette", ["twelve", "okabe", "tol", "grey"])
def test_much_stands_out_from_the_paper(browser: Any, samples_out: Path, palette: str) -> None:
    """On a light page much is dark, on a dark page light."""
    for scheme, sign in (("light", -1), ("dark", 1)):
        with visiting(browser, samples_out / "network.html", scheme=scheme) as visit:
            visit.page.click("#open-look")
            visit.page.select_option("#look-palette", palette)
            visit.page.select_option("#look-colour", "meetings")
            visit.page.wait_for_timeout(150)
            ramp = visit.page.locator("#legend rect").evaluate_all(
                "cells => cells.map((cell) => cell.getAttribute('fill')).filter((fill) => fill)"
            )[-12:]
            light = [sum(int(colour[at : at + 2], 16) for at in (1, 3, 5)) for colour in (ramp[0], ramp[-1])]
            assert sign * (light[1] - light[0]) > 200


def test_colours_by_community_are_those_in_the_legend(samples: Visit, samples_out: Path) -> None:
    samples.page.select_option("#look-colour", "community")
    samples.page.wait_for_timeout(150)
    fills = samples.page.evaluate("window.sederunt.fills()")
    net = Network.open(samples_out)
    groups, strengths = net.communities(), net.measure("strength")
    labels = {person.label: person.id for person in net.records.people}
    by_fill: dict[str, set[int]] = {}
    for number, person in enumerate(net.records.people):
        if f"p{number}" in fills:
            by_fill.setdefault(fills[f"p{number}"], set()).add(groups[person.id])
    drawn = samples.page.evaluate(
        "[...document.querySelectorAll('#legend button.entry')].map(e => [e.textContent, e.querySelector('circle').getAttribute('fill')])"
    )
    assert len(drawn) >= 5
    for text, fill in drawn:
        # a community is called by the person with the strongest company in it
        face = re.fullmatch(r"(.+) \(\d+\)", text)[1]  # type: ignore[index]
        (number,) = {groups[person.id] for person in net.records.people if person.label == face}
        assert strengths[labels[face]] == max(strengths[p] for p, group in groups.items() if group == number)
        assert by_fill[fill] == {number}
        assert f"({sum(group == number for group in groups.values())})" in text
    samples.page.click("#legend button.entry >> nth=0")
    assert samples.page.inner_text("#panel h2") == "Community 1"
    assert "Leiden" in samples.page.inner_text("#panel")


@pytest.mark.parametrize("mode", ["affiliation", "company"])
def test_outlines_hold_the_members_of_a_body_and_nobody_else(samples: Visit, mode: str) -> None:
    samples.page.select_option("#look-bodies", "outlines")
    samples.page.click(f"#mode-{'company' if mode == 'affiliation' else 'affiliation'}")
    samples.page.click(f"#mode-{mode}")
    samples.page.wait_for_timeout(500)
    outlines = samples.page.evaluate("window.sederunt.outlines()")
    nodes = samples.page.evaluate("window.sederunt.nodes()")
    spots = {node: samples.page.evaluate("id => window.sederunt.spot(id)", node) for node in nodes}
    assert len({outline["body"] for outline in outlines}) >= 5
    assert not [node for node in nodes if node[0] == "b"]
    assert "outline" in legend(samples)
    for outline in outlines:
        inside = {node for node, spot in spots.items() if held(spot, outline)}
        assert inside == set(outline["members"])


def held(spot: list[float], outline: dict[str, Any]) -> bool:
    """Whether a place lies in a disc, a bridge or a field of an outline."""
    point = np.array(spot)
    for x1, y1, x2, y2, wide in outline["bones"]:
        start, step = np.array([x1, y1]), np.array([x2 - x1, y2 - y1])
        along = np.clip((point - start) @ step / (step @ step or 1), 0, 1)
        if np.hypot(*(point - start - along * step)) <= wide:
            return True
    for field in np.array(outline["fields"]):
        edge, gap = np.roll(field, -1, axis=0) - field, point - field
        sides = edge[:, 0] * gap[:, 1] - edge[:, 1] * gap[:, 0]
        if (sides > 0).all() or (sides < 0).all():
            return True
    return False


def test_names_do_not_collide_and_there_are_more_of_them_nearer(samples: Visit) -> None:
    far = samples.page.evaluate("window.sederunt.names()")
    for _ in range(3):
        samples.page.click("#closer")
    near = samples.page.evaluate("window.sederunt.names()")
    assert len(far) > 20
    width = {name["text"]: 0.62 * name["pixels"] * len(name["text"]) for name in far}
    for a, b in combinations(far, 2):
        apart = abs(a["y"] - b["y"]) >= 0.6 * (a["pixels"] + b["pixels"]) - 0.01
        assert apart or abs(a["x"] - b["x"]) > 0.35 * (width[a["text"]] + width[b["text"]]), (
            a["text"],
            b["text"],
        )
    scale = samples.page.evaluate("window.sederunt.scale()")
    assert scale > 1
    assert len(near) < len(samples.page.evaluate("window.sederunt.nodes()"))
    samples.page.click("#fit")


def test_the_svg_has_the_drawing_its_legend_and_its_source(samples: Visit) -> None:
    samples.page.select_option("#look-colour", "community")
    samples.page.wait_for_timeout(150)
    root = ElementTree.fromstring(samples.page.evaluate("window.sederunt.pictureSvg()"))
    texts = [element.text or "" for element in root.iter(f"{SVG}text")]
    nodes = samples.page.evaluate("window.sederunt.nodes()")
    assert len(list(root.iter(f"{SVG}circle"))) >= len(nodes)
    assert len(list(root.iter(f"{SVG}line"))) == len(samples.page.evaluate("window.sederunt.edges()"))
    for entry in samples.page.locator("#legend .entry").all_inner_texts():
        assert entry.strip() in [text.strip() for text in texts]
    assert any(re.match(r"Source: \d+ reports .*Sederunt", text) for text in texts)
    fills = set(samples.page.evaluate("window.sederunt.fills()").values())
    assert fills <= {element.get("fill") for element in root.iter(f"{SVG}circle")}


def test_the_png_is_the_same_picture_at_twice_the_size(samples: Visit) -> None:
    root = ElementTree.fromstring(samples.page.evaluate("window.sederunt.pictureSvg()"))
    data = samples.page.evaluate("window.sederunt.picture()")
    png = base64.b64decode(data.split(",")[1])
    width, height = struct.unpack(">II", png[16:24])
    assert (width, height) == (2 * int(root.get("width", "0")), 2 * int(root.get("height", "0")))
    assert len(png) > 30_000, "the picture is empty"


def test_pictures_hold_hostile_names_as_text(browser: Any, tmp_path: Path) -> None:
    hostile = ["</svg><script>alert(1)</script>", "a\x00\x0b\ud800b", "\u202eabc", "]]>&lt;\"'", "\U0001f600"]
    rows = [("r.txt", "m", f"p-{n}", "attended") for n in range(len(hostile))]
    records = records_of(rows, labels={f"p-{n}": name for n, name in enumerate(hostile)})
    path = tmp_path / "page.html"
    path.write_text(render_page(records), encoding="utf-8")
    visit = Visit(browser, path)
    texts = [element.text for element in ElementTree.fromstring(visit.page.evaluate("window.sederunt.pictureSvg()")).iter(f"{SVG}text")]  # fmt: skip
    for name in (hostile[0], "ab", hostile[3], hostile[4]):
        assert name in texts
    assert visit.page.evaluate("window.sederunt.picture()").startswith("data:image/png")
    assert visit.console == []
    visit.context.close()


def test_a_link_restores_the_looks(browser: Any, samples: Visit, samples_out: Path) -> None:
    samples.page.select_option("#look-colour", "degree")
    samples.page.select_option("#look-palette", "tol")
    samples.page.uncheck("#look-fade")
    samples.page.wait_for_timeout(150)
    fills = samples.page.evaluate("window.sederunt.fills()")
    link = samples.page.evaluate("location.hash")
    other = Visit(browser, samples_out / "network.html")
    other.page.goto(other.url + link)
    other.page.reload()
    other.ready()
    assert other.page.evaluate("window.sederunt.fills()") == fills
    assert len(set(fills.values())) > 5
    assert not other.page.is_checked("#look-fade")
    assert other.console == []
    other.context.close()


def test_forces_move_nodes_on_request_alone_and_one_click_puts_them_back(samples: Visit) -> None:
    where = "window.sederunt.nodes().map(id => window.sederunt.spot(id))"
    before = np.array(samples.page.evaluate(where))
    samples.page.wait_for_timeout(200)
    assert np.array_equal(before, np.array(samples.page.evaluate(where)))
    samples.page.click("#forces")
    samples.page.wait_for_timeout(500)
    samples.page.click("#forces")
    after = np.array(samples.page.evaluate(where))
    assert np.abs(after - before).max() > 5
    samples.page.click("#put-back")
    assert np.array_equal(before, np.array(samples.page.evaluate(where)))


# -- palettes: read from the script, seen as people with a colour-vision deficiency see them ------------------------------------

# Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB
DEFICIENCIES = {
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "none": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
}  # fmt: skip


def lab(colour: str, seen: list[list[float]]) -> Any:
    """CIELAB (D65) of a colour as it is seen."""
    rgb = np.array([int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)])
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    linear = np.clip(np.array(seen) @ linear, 0, 1)
    to_xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    xyz = to_xyz @ linear / np.array([0.9505, 1.0, 1.089])
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def groups_of(palette: str, paper: str = "groups") -> list[str]:
    """The colours of a palette's groups on light paper (`groups`) or, where it has others for it, on dark (`onDark`)."""
    text = (PAGE / "palettes.js").read_text(encoding="utf-8")
    block = text.split(f"{palette}: {{")[1].split("scale:")[0]
    return re.findall(r"#[0-9a-f]{6}", block.split(f"{paper}: [")[1].split("]")[0])


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
@pytest.mark.parametrize(
    ("palette", "paper", "least"),
    [("twelve", "groups", 13), ("twelve", "onDark", 10), ("okabe", "groups", 9), ("tol", "groups", 7), ("grey", "groups", 15)],
)  # fmt: skip
def test_groups_can_be_told_apart_by_everybody(
    palette: str, paper: str, least: float, deficiency: str
) -> None:
    """A difference of 2.3 is just seen; strong red and pure green differ by less than 7 to people without red cones."""
    colours = groups_of(palette, paper)
    assert len(colours) >= 4
    for a, b in combinations(colours, 2):
        gap = np.linalg.norm(lab(a, DEFICIENCIES[deficiency]) - lab(b, DEFICIENCIES[deficiency]))
        assert gap > least, (a, b, round(float(gap), 1))


@pytest.mark.parametrize(("paper", "page", "grey"), [("groups", "#faf9f6", "#b4bbbf"), ("onDark", "#14191d", "#6d777d")])  # fmt: skip
def test_twelve_colours_stand_out_from_the_paper_and_from_the_grey_of_the_others(
    paper: str, page: str, grey: str
) -> None:
    colours = groups_of("twelve", paper)
    assert len(colours) == 12
    for colour in colours:
        assert abs(lab(colour, DEFICIENCIES["none"])[0] - lab(page, DEFICIENCIES["none"])[0]) > 25
        for seen in DEFICIENCIES.values():
            assert np.linalg.norm(lab(colour, seen) - lab(grey, seen)) > 12, colour


def test_names_cover_no_node_and_lines_lead_to_those_in_a_throng(browser: Any, samples_out: Path) -> None:
    """As the page opens: a line ends at the rim of its own node, passes by all others, and crosses no other line."""
    with visiting(browser, samples_out / "network.html") as visit:
        names = visit.page.evaluate("window.sederunt.names()")
        spots = {
            node: visit.page.evaluate("id => window.sederunt.where(id)", node)
            for node in visit.page.evaluate("window.sederunt.nodes()")
        }
    centres = np.array([[spot["x"], spot["y"]] for spot in spots.values()])
    for name in names:
        half = len(name["text"]) * name["pixels"] * 0.2  # letters are wider than that
        covered = (np.abs(centres - [name["x"], name["y"]]) < [half, name["pixels"] * 0.5]).all(axis=1)
        assert not covered.any(), name["text"]
    leads = [
        (np.array([name["x"] + name["lead"][0], name["y"] + name["lead"][1]]),
         np.array([name["x"] + name["lead"][2], name["y"] + name["lead"][3]]))
        for name in names if name["lead"]
    ]  # fmt: skip
    assert leads
    for start, end in leads:
        along = np.clip(((centres - start) @ (end - start)) / ((end - start) @ (end - start)), 0, 1)
        away = np.hypot(*(centres - start - along[:, None] * (end - start)).T)
        assert away.min() > 3
        assert 3 < np.hypot(*(centres - end).T).min() < 14  # pixels: the rim of its own
