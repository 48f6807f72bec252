"""Every command shows an example, and the examples run."""

from __future__ import annotations

import io
import json
import shlex
import shutil
import sys
from pathlib import Path

import pytest

import graph.watching
from extract.decisions import COLUMNS
from graph.build import build
from graph.cli import app, main
from graph.cli_examples import EXAMPLES

COMMANDS = [
    command.name or command.callback.__name__ for command in app.registered_commands if command.callback
]
MEETING = (
    "On {day}, the Jiaxing Municipal Party Committee held a meeting on flood control. Fang Guolin, secretary of the Jiaxing "
    "Municipal Party Committee, presided over the meeting. {others} attended the meeting.\n"
)
REPORTS = {
    "one.txt": MEETING.format(
        day="March 5, 2024", others="Qiu Daming, mayor of Jiaxing, and Ren Yulan, deputy mayor of Jiaxing,"
    ),
    "two.txt": MEETING.format(day="May 6, 2024", others="Qiu Daming, mayor of Jiaxing,"),
}
PRESENT = {
    "one.txt": {"Fang Guolin": "chaired", "Qiu Daming": "attended", "Ren Yulan": "attended"},
    "two.txt": {"Fang Guolin": "chaired", "Qiu Daming": "attended"},
}
GOLD = {
    "documents": [
        {
            "document": document,
            "meetings": [
                {
                    "name": "meeting on flood control of the Jiaxing Municipal Party Committee",
                    "date": day,
                    "present": [{"name": name, "roles": [role]} for name, role in PRESENT[document].items()],
                }
            ],
        }
        for document, day in (("one.txt", "2024-03-05"), ("two.txt", "2024-05-06"))
    ]
}


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all that the examples name."""
    folder = tmp_path_factory.mktemp("examples")
    (folder / "my-reports").mkdir()
    for name, text in REPORTS.items():
        (folder / "my-reports" / name).write_text(text, encoding="utf-8")
    (folder / "decisions.csv").write_text(f"{','.join(COLUMNS)}\n", encoding="utf-8")
    (folder / "gold.json").write_text(json.dumps(GOLD), encoding="utf-8")
    build([folder / "my-reports"], folder / "my-network", model="none")
    return folder


def test_every_command_has_an_example() -> None:
    assert sorted(COMMANDS) == sorted(EXAMPLES)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_example_stands_in_the_help_and_runs(
    command: str,
    ground: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    shutil.copytree(ground, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(graph.watching, "changed_files", lambda inputs, out: iter(()))
    monkeypatch.setattr(sys, "stdin", io.StringIO("q\n"))
    monkeypatch.setattr("webbrowser.open", lambda address: True)

    def run(*arguments: str) -> tuple[int, str]:
        monkeypatch.setattr(sys, "argv", ["sederunt", *arguments])
        with pytest.raises(SystemExit) as caught:
            main()
        return int(caught.value.code or 0), " ".join(capsys.readouterr().out.split())

    status, told = run(command, "--help")
    assert status == 0
    assert f"Example: sederunt {command} {EXAMPLES[command]}" in told
    options = ("--model", "none", "-j", "0") if command in ("build", "watch") else ()
    status, told = run(command, *shlex.split(EXAMPLES[command]), *options)
    assert status == 0, told
    assert told
