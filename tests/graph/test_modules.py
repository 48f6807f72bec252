"""The page's modules: what does not fit is refused by name, and a browser loads them as they are."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from graph.modules import ModuleError, link, read_module
from graph.view import PAGE, page_script

ONE = "export const one = 1;\n"

REFUSED = [
    # what is wrong, the modules beside main.js, main.js, what the message says
    ("a file that is not there", {}, 'import { one } from "./one.js";\none();\n', "main.js imports one.js, which is not there"),
    ("a name that is not there", {"one.js": ONE}, 'import { two } from "./one.js";\ntwo();\n', "main.js imports two from one.js"),
    ("an import that is idle", {"one.js": ONE}, 'import { one } from "./one.js";\n// one\nconst a = "one";\n', "main.js imports one and does not use it"),
    ("a property is no use", {"one.js": ONE}, 'import { one } from "./one.js";\nself.one();\n', "main.js imports one and does not use it"),
    ("an export that is idle", {"one.js": ONE}, 'import "./one.js";\n', "one.js exports one, which nobody imports"),
    ("an export without a thing", {"one.js": "export { one };\n"}, 'import { one } from "./one.js";\none();\n', "one.js exports one, which it does not have"),
    ("a file that is idle", {"one.js": "const one = 1;\n"}, "const a = 1;\n", "nobody imports one.js"),
    ("one name in two files", {"one.js": ONE + "const a = 1;\n"}, 'import { one } from "./one.js";\nconst b = one,\n  a = 2;\n', "has a, as another module has"),
    ("a destructured name in two files", {"one.js": ONE + "const [a] = [1];\n"}, 'import { one } from "./one.js";\nconst { b: a } = one;\n', "has a, as another module has"),
    ("a cycle of two", {"one.js": 'import { a } from "./main.js";\nexport const one = a();\n'}, 'import { one } from "./one.js";\nexport const a = () => one;\n', "a cycle: main.js -> one.js -> main.js"),
    ("a cycle of one", {}, 'import { a } from "./main.js";\nexport const a = 1;\n', "a cycle: main.js -> main.js"),
    ("a call without an import", {"one.js": "export const one = () => 1;\n", "two.js": 'import { one } from "./one.js";\none();\n'}, 'import "./two.js";\nconst a = one();\n', "main.js uses one without an import"),
    ("a field without an import", {"one.js": ONE, "two.js": 'import { one } from "./one.js";\none.a();\n'}, 'import "./two.js";\nconst a = [...one];\n', "main.js uses one without an import"),
    ("a default export", {}, "export default 1;\n", "a form of import or export that is not linked"),
    ("another way to import", {}, 'import * as one from "./one.js";\n', "a form of import or export that is not linked"),
    ("one file twice", {"one.js": ONE}, 'import { one } from "./one.js";\nimport "./one.js";\none();\n', "main.js imports one.js twice"),
]  # fmt: skip


@pytest.mark.parametrize(("others", "entry", "said"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])  # fmt: skip
def test_what_does_not_fit_is_refused(others: dict[str, str], entry: str, said: str) -> None:
    with pytest.raises(ModuleError, match=re.escape(said)):
        link({**others, "main.js": entry}, "main.js")


def test_modules_stand_after_those_that_they_import() -> None:
    sources = {
        "main.js": 'import { two } from "./two.js";\nimport { one } from "./one.js";\ntwo(one);\n',
        "two.js": 'import { one } from "./one.js";\nexport const two = (a) => a + one;\n',
        "one.js": "// One.\nconst one = 1,\n  other = [one];\n\nexport { one };\n",
    }
    order = link(sources, "main.js")
    assert [module.name for module in order] == ["one.js", "two.js", "main.js"]
    assert [module.code for module in order] == [
        "// One.\nconst one = 1,\n  other = [one];",
        "const two = (a) => a + one;",
        "two(one);",
    ]


def test_a_parameter_may_be_called_as_another_module_calls_a_thing() -> None:
    sources = {
        "main.js": 'import { two } from "./two.js";\nconst a = (one) => one.b(), c = ({ one }) => one(), d = two;\n',
        "two.js": 'import { one } from "./one.js";\nexport const two = one;\n',
        "one.js": ONE,
    }
    assert len(link(sources, "main.js")) == 3


@pytest.mark.parametrize(
    ("code", "tops"),
    [
        ("function a(b) {\n  const c = 1;\n}\nasync function d() {}\nfunction* e() {}\n", ["a", "d", "e"]),
        ('const a = "const b = 1;",\n  c = { d: 1, e: [f, g] },\n  h = (i, j) => i;\n', ["a", "c", "h"]),
        ("let [a, b = 2] = [1, 2];\nconst { c, d: e } = a;\n", ["a", "b", "c", "e"]),
        ("const a = /[,;/]const b/g,\n  c = 1; // const d = 1\n/* const e\nconst f */\n", ["a", "c"]),
    ],
)
def test_names_at_the_top_are_found(code: str, tops: list[str]) -> None:
    found = set(read_module("a.js", code).tops)
    assert set(tops) <= found
    assert found - set(tops) <= {
        "d"
    }  # the key of a renamed field counts too, which refuses more and never less


@pytest.mark.browser
def test_a_browser_loads_the_modules_as_they_are(browser: Any, samples_out: Path) -> None:
    """The page with its modules as files: it opens, and is driven once through what it can, with a clean console."""
    text = (samples_out / "network.html").read_text(encoding="utf-8")
    assert page_script() in text
    text = text.replace(f"<script>{page_script()}</script>", '<script type="module" src="/main.js"></script>')
    text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
    files = {path.name: path.read_text(encoding="utf-8") for path in PAGE.glob("*.js")}
    asked: list[str] = []

    def answer(route: Any) -> None:
        name = route.request.url.rsplit("/", 1)[-1].split("#")[0]
        asked.append(name)
        if name in files:
            route.fulfill(body=files[name], content_type="text/javascript; charset=utf-8")
        else:
            route.fulfill(body=text, content_type="text/html; charset=utf-8")

    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.route("**/*", answer)
    page = context.new_page()
    console: list[str] = []
    page.on("console", lambda message: console.append(message.text))
    page.on("pageerror", lambda error: console.append(str(error)))
    page.goto("http://modules.test/page.html")
    page.wait_for_selector("html[data-ready]")
    assert sorted(set(asked) & files.keys()) == sorted(files)
    for button in ("#mode-company", "#ties-chance", "#mode-table", "#mode-affiliation", "#closer", "#fit", "#theme", "#about", "#home"):  # fmt: skip
        page.click(button)
    for drawer in ("ask", "filters", "look", "notes", "save"):
        page.click(f"#open-{drawer}")
        page.click(f"#close-{drawer}")
    for colour in ("community", "body", "first", "betweenness", "kind"):
        page.evaluate(
            """(colour) => {
              const box = document.getElementById("look-colour");
              box.value = colour;
              box.dispatchEvent(new Event("change"));
            }""",
            colour,
        )
        page.wait_for_timeout(100)
    page.click(".starts button >> nth=0")
    page.click("#panel ul a >> nth=0")
    page.fill("#search", "qiao")
    page.keyboard.press("Enter")
    page.click("#time-play")
    page.evaluate("window.sederunt.choose('')")
    assert page.evaluate("window.sederunt.pictureSvg()").startswith("<?xml")
    context.close()
    assert console == []
