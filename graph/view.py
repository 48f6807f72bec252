"""The network view: one self-contained HTML page, drawn by vis-network through pyvis, that asks for nothing.

Everything that comes from a document goes into the page as JSON and is shown as text, never as markup. The page's own
scripts are allowed by their hashes (Content-Security-Policy); nothing else may run and nothing may be fetched.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from extract.records import Records
from graph.viewdata import view_data

PAGE = Path(__file__).parent / "page"
SCRIPTS = ("data.js", "text.js", "drawing.js", "panel.js", "search.js", "main.js")


def render_page(
    records: Records, *, title: str = "Sederunt", manifest: Mapping[str, Any] | None = None
) -> str:
    """Render the page of `records`: same records, same bytes."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    strings = json.loads((PAGE / "strings.json").read_text(encoding="utf-8"))
    library, library_style = _vis_network()
    scripts = [library, "\n".join((PAGE / name).read_text(encoding="utf-8") for name in SCRIPTS)]
    environment = Environment(
        loader=FileSystemLoader(PAGE), autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True
    )
    template = environment.get_template("template.html.j2")
    return template.render(
        title=title,
        strings=strings,
        hashes=" ".join(f"'sha256-{_hash(script)}'" for script in scripts),
        library=library,
        library_style=library_style,
        style=(PAGE / "style.css").read_text(encoding="utf-8"),
        script=scripts[1],
        data=json_for_html({**view_data(records), "strings": strings, "manifest": dict(manifest or {})}),
    )


def json_for_html(value: Any) -> str:
    """Write JSON that can stand inside a script element: no <, >, & and no line separators of JavaScript."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _hash(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")


def _vis_network() -> tuple[str, str]:
    """The script and the style of vis-network, from the files that pyvis carries.

    Raises FileNotFoundError where pyvis does not carry them.
    """
    import pyvis

    folder = Path(pyvis.__file__).parent
    script = sorted(folder.rglob("vis-network.min.js"))
    style = sorted(folder.rglob("vis-network.css"))
    if not script or not style:
        raise FileNotFoundError("pyvis does not carry vis-network: install pyvis>=0.3.2,<0.4")
    # A source map would be asked for over the network by a browser's developer tools.
    text = script[-1].read_text(encoding="utf-8").replace("\r\n", "\n")
    text = text.split("//# sourceMappingURL=")[0].replace("</script", "<\\/script")
    return text, style[-1].read_text(encoding="utf-8").replace("\r\n", "\n")
