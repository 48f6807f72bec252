"""The page's scripts, without a browser: they parse, every text is in strings.json, and nothing is ever read as markup."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from graph.modules import link
from graph.view import ENTRY, PAGE, STYLES, page_script

STRINGS = json.loads((PAGE / "strings.json").read_text(encoding="utf-8"))
TEMPLATE = (PAGE / "template.html.j2").read_text(encoding="utf-8")
SOURCES = {path.name: path.read_text(encoding="utf-8") for path in sorted(PAGE.glob("*.js"))}
# roles and meeting kinds are looked up by their value
BY_VALUE = {"chaired", "led", "spoke", "reported", "attended", "accompanied", "observed", "invoked", "absent", "rankBy", "invitationBy"}  # fmt: skip


def test_every_script_is_in_the_page_once() -> None:
    modules = [module.name for module in link(SOURCES, ENTRY)]
    assert sorted(modules) == sorted(SOURCES) and modules[-1] == ENTRY
    script = page_script()
    assert all(script.count(module.code) == 1 for module in link(SOURCES, ENTRY))
    assert sorted(STYLES) == sorted(path.name for path in PAGE.glob("*.css"))


def test_the_scripts_parse(tmp_path: Path) -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("no node on this machine; the browser tests run the scripts")
    file = tmp_path / "page.js"
    file.write_text(page_script(), encoding="utf-8")
    done = subprocess.run([node, "--check", str(file)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", SOURCES)
def test_nothing_reads_markup_or_asks_the_network(name: str) -> None:
    forbidden = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|localStorage|https?://(?!www\.w3\.org/2000/svg)"
    assert re.findall(forbidden, SOURCES[name]) == []


@pytest.mark.parametrize("name", SOURCES)
def test_a_script_is_one_idea(name: str) -> None:
    text = SOURCES[name]
    assert text.startswith("//"), "it does not say what it is for"
    assert max(len(line) for line in text.splitlines()) <= 140
    assert len(text.splitlines()) <= 150, "it is more than one"
    assert "TODO" not in text and "console." not in text


def test_every_text_of_the_page_is_in_the_strings_and_none_is_idle() -> None:
    used = {key for text in SOURCES.values() for key in re.findall(r"\bT\.(\w+)", text)}
    used |= set(re.findall(r"strings\.(\w+)", TEMPLATE))
    assert used - STRINGS.keys() == set()
    assert STRINGS.keys() - used - BY_VALUE == set()


def test_every_element_that_a_script_asks_for_is_in_the_template() -> None:
    made = set(re.findall(r'id="([\w-]+)"', TEMPLATE))
    asked = {key for text in SOURCES.values() for key in re.findall(r'byId\("([\w-]+)"\)', text)}
    assert asked - made == set()


def test_what_a_module_asks_of_a_later_one_is_given_once() -> None:
    asked = {name for text in SOURCES.values() for name in re.findall(r"\bacts\.(?!js\b)(\w+)", text)}
    lists = [
        names for text in SOURCES.values() for names in re.findall(r"Object\.assign\(acts, \{([^}]*)\}", text)
    ]
    given = [name.strip() for names in lists for name in names.split(",")]
    assert sorted(given) == sorted(asked)
