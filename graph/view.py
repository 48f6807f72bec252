"""The network view: one self-contained HTML page, drawn by the vis-network of pyvis, that asks for nothing.

Everything that comes from a document goes into the page as packed data (`graph.packed`) and is shown as text, never as
markup. The page's own scripts are allowed by their hashes (Content-Security-Policy); nothing else may run and nothing
may be fetched.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from corpus.pieces import digest_of
from extract.records import Records
from graph.memo import kept
from graph.modules import link
from graph.packed import packed
from graph.viewdata import view_data

PAGE = Path(__file__).parent / "page"
DATA = "@data@"  # stands in the rendered template where the data go, the last of its places
ENTRY = "main.js"  # of the page's modules: it imports the others
STYLES = (
    "base.css",
    "header.css",
    "stage.css",
    "drawers.css",
    "time.css",
    "story.css",
    "table.css",
    "marks.css",
    "panel.css",
    "small.css",
    "print.css",
)


def render_page(
    records: Records, *, title: str = "Sederunt", manifest: Mapping[str, Any] | None = None
) -> str:
    """Render the page of `records`: same records, same bytes."""
    data = {**view_data(records), "strings": _strings(), "manifest": dict(manifest or {})}
    front, _, back = _shell(title).rpartition(DATA)
    return f"{front}{packed(data)}{back}"


def _shell(title: str) -> str:
    """The page around its data, kept under all that it is made of: scripts, styles, texts, template, library."""
    library, library_style = vis_network()
    files = [(path.name, path.read_text(encoding="utf-8")) for path in sorted(PAGE.iterdir())]
    key = digest_of([title, library, library_style, files]).hex()
    return kept("page", key, str, lambda: _rendered(title, library, library_style))


def _rendered(title: str, library: str, library_style: str) -> str:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    script = page_script()
    environment = Environment(
        loader=FileSystemLoader(PAGE), autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True
    )
    return environment.get_template("template.html.j2").render(
        title=title,
        strings=_strings(),
        hashes=" ".join(f"'sha256-{_hash(text)}'" for text in (library, script)),
        library=library,
        library_style=library_style,
        style="".join((PAGE / name).read_text(encoding="utf-8") for name in STYLES),
        script=script,
        data=DATA,
    )


def _strings() -> dict[str, Any]:
    strings: dict[str, Any] = json.loads((PAGE / "strings.json").read_text(encoding="utf-8"))
    return strings


def write_page(
    records: Records, path: Path, *, title: str = "Sederunt", manifest: Mapping[str, Any] | None = None
) -> None:
    """Write the page of `records` to `path`, in UTF-8 with plain line ends on every system."""
    page = render_page(records, title=title, manifest=manifest)
    path.write_text(page, encoding="utf-8", newline="\n")


def page_script() -> str:
    """The page's own modules as one script, in a scope of their own; between two of them the page may take breath."""
    sources = {path.name: path.read_text(encoding="utf-8") for path in sorted(PAGE.glob("*.js"))}
    script = '(async () => {\n"use strict";\n'
    pause = ""
    for module in link(sources, ENTRY):
        script += pause + module.code + "\n"
        if "breathe" in module.tops or pause:
            pause = "await breathe();\n"
    return script + "})();\n"


def vis_network() -> tuple[str, str]:
    """The script and the style of vis-network, from the files that pyvis carries, licence notes included.

    Raises FileNotFoundError where pyvis does not carry them.
    """
    found = find_spec("pyvis")  # not imported: it would load IPython, for its own way to show a page
    folders = [Path(folder) for folder in (found and found.submodule_search_locations) or ()]
    script = sorted(path for folder in folders for path in folder.rglob("vis-network.min.js"))
    style = sorted(path for folder in folders for path in folder.rglob("vis-network.css"))
    if not script or not style:
        raise FileNotFoundError("pyvis does not carry vis-network: install pyvis>=0.3.2,<0.4")
    # A source map would be asked for over the network by a browser's developer tools.
    text = script[-1].read_text(encoding="utf-8").replace("\r\n", "\n")
    text = text.split("//# sourceMappingURL=")[0].replace("</script", "<\\/script")
    return text, style[-1].read_text(encoding="utf-8").replace("\r\n", "\n")


def _hash(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
