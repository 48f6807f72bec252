"""The command line, run as a user runs it: what it prints, what it refuses, and with which status it ends."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from commands import Run

REPORTS = {
    "plan.txt": (
        "Jiaxing convenes a meeting on flood control\n\n"
        "On March 5, 2024, the Jiaxing Municipal Party Committee held a meeting on flood control. "
        "Fang Guolin, secretary of the Jiaxing Municipal Party Committee, presided over the meeting and delivered a speech. "
        "Qiu Daming, mayor of Jiaxing, and Ren Yulan, deputy mayor of Jiaxing, attended the meeting.\n"
    ),
    "spring.txt": (
        "Jiaxing holds a work conference on spring sowing\n\n"
        "On April 9, 2024, the Jiaxing Municipal People's Government held a work conference on spring sowing. "
        "Qiu Daming, mayor of Jiaxing, presided over the conference. "
        "Ren Yulan, deputy mayor of Jiaxing, attended the conference.\n"
    ),
}


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def out(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    from graph.build import build

    folder = tmp_path_factory.mktemp("built") / "out"
    build([reports], folder, model="none")
    return folder


# -- build --------------------------------------------------------------------------------------------------------


def test_build_says_what_it_read_and_where_the_network_is(run: Run, reports: Path, tmp_path: Path) -> None:
    status, printed, errors = run("build", reports, "-o", tmp_path / "net", "--model", "none")
    assert status == 0
    assert errors == ""
    lines = [line.strip() for line in printed.splitlines()]
    assert "2  reports read, 2 of them anew" in lines
    assert "3  people" in lines
    assert "2  meetings held" in lines
    assert "0  files and rows left out" in lines
    assert lines[-1] == f"the network: {tmp_path / 'net' / 'network.html'}"
    assert (tmp_path / "net" / "network.html").is_file()


def test_a_second_build_reads_only_what_changed(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    arguments = ("build", folder, "-o", tmp_path / "net", "--model", "none")
    run(*arguments)
    (folder / "spring.txt").write_text(REPORTS["spring.txt"].replace("April 9", "April 10"), encoding="utf-8")
    _, printed, _ = run(*arguments)
    assert "2  reports read, 1 of them anew" in printed
    assert "2024-04-10" in run("meetings", tmp_path / "net")[1]


def test_a_store_of_an_older_version_is_built_anew_and_said(run: Run, reports: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("build", reports, "-o", out, "--model", "none", "-j", 0)
    with sqlite3.connect(out / "sederunt.sqlite") as store:
        store.execute("PRAGMA user_version=1")
    store.close()
    status, _, told = run("who", out, "Fang Guolin")
    assert (status, "written by an older version" in told) == (2, True)
    status, told, _ = run("build", reports, "-o", out, "--model", "none", "-j", 0)
    assert (status, "the store was of an older format (1): all reports were read anew" in told) == (0, True)
    assert run("who", out, "Fang Guolin")[0] == 0


def test_build_quiet_prints_nothing(run: Run, reports: Path, tmp_path: Path) -> None:
    assert run("build", reports, "-o", tmp_path / "net", "--model", "none", "--quiet") == (0, "", "")


def test_build_names_what_it_left_out_and_keeps_the_rest(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    (folder / "good.txt").write_text(REPORTS["plan.txt"], encoding="utf-8")
    (folder / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00" + bytes(range(256)) * 4)
    (folder / "empty.txt").write_text("", encoding="utf-8")
    (folder / "notes.xyz").write_text("Nothing is read here.", encoding="utf-8")
    status, printed, errors = run("build", folder, "-o", tmp_path / "net", "--model", "none")
    assert (status, errors) == (0, "")
    assert "3  files and rows left out" in printed
    assert "left out: empty 1, not text 1, unknown format 1" in printed
    for name in ("image.txt: ", "empty.txt: ", "notes.xyz: "):
        assert name in printed
    assert "3  people" in printed


def test_build_of_bad_files_alone_ends_with_an_empty_network_and_a_warning(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "bad"
    folder.mkdir()
    (folder / "empty.txt").write_text("", encoding="utf-8")
    status, printed, errors = run("build", folder, "-o", tmp_path / "net", "--model", "none")
    assert status == 0
    assert "0  reports read" in printed
    assert errors == "warning: no report could be read; the network is empty\n"
    assert "empty.txt" in (tmp_path / "net" / "tables" / "unresolved.csv").read_text(encoding="utf-8")


def test_build_names_ten_files_and_counts_the_others(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(13):
        (folder / f"{number:02}.txt").write_text("", encoding="utf-8")
    _, printed, _ = run("build", folder, "-o", tmp_path / "net", "--model", "none")
    assert "09.txt" in printed
    assert "10.txt" not in printed
    assert "... and 3 more in" in printed


def test_a_file_name_cannot_steer_the_terminal(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "evil"
    folder.mkdir()
    (folder / "[bold]\x1b[31mred\u202e.txt").write_text("", encoding="utf-8")
    _, printed, _ = run("build", folder, "-o", tmp_path / "net", "--model", "none")
    assert "\x1b" not in printed
    assert "\u202e" not in printed
    assert "[bold][31mred.txt" in printed  # square brackets are no markup


def arguments_of_a_mistake(tmp_path: Path, reports: Path, mistake: str) -> list[object]:
    (tmp_path / "nothing").mkdir()
    (tmp_path / "file").write_text("x", encoding="utf-8")
    build: list[object] = ["build", reports, "-o", tmp_path / "net"]
    gone = tmp_path / "gone"
    return {
        "missing path": ["build", gone, "-o", tmp_path / "net"],
        "one of two missing": ["build", reports, gone, "-o", tmp_path / "net"],
        "empty folder": ["build", tmp_path / "nothing", "-o", tmp_path / "net"],
        "out is a file": ["build", reports, "-o", tmp_path / "file"],
        "out below a file": ["build", reports, "-o", tmp_path / "file" / "net"],
        "no such model": [*build, "--model", "no_such_model"],
        "open nothing": ["open", gone],
        "who in nothing": ["who", gone, "Fang Guolin"],
        "meetings of nothing": ["meetings", gone],
        "check nothing": ["check", tmp_path / "file", gone],
    }[mistake]


@pytest.mark.parametrize(
    ("mistake", "words"),
    [
        ("missing path", "no such file or folder: {tmp}/gone"),
        ("one of two missing", "no such file or folder: {tmp}/gone"),
        ("empty folder", "no reports found in {tmp}/nothing"),
        ("out is a file", "{tmp}/file"),
        ("out below a file", "{tmp}/file/net"),
        ("no such model", "model 'no_such_model'"),
        ("open nothing", "no network in '{tmp}/gone'"),
        ("who in nothing", "no build in '{tmp}/gone'"),
        ("meetings of nothing", "no build in '{tmp}/gone'"),
        ("check nothing", "{tmp}/file is no JSON file"),
    ],
)
def test_a_mistake_is_one_line_and_status_2(
    run: Run, tmp_path: Path, reports: Path, mistake: str, words: str
) -> None:
    status, printed, errors = run(*arguments_of_a_mistake(tmp_path, reports, mistake))
    assert status == 2
    assert printed == ""
    assert errors.startswith("error: ")
    assert errors.count("\n") == 1
    assert words.format(tmp=tmp_path) in errors
    assert not (tmp_path / "net").exists()


def test_a_store_of_a_newer_version_is_refused(run: Run, out: Path, reports: Path, tmp_path: Path) -> None:
    import sqlite3

    newer = tmp_path / "net"
    newer.mkdir()
    db = sqlite3.connect(newer / "sederunt.sqlite")
    db.execute("PRAGMA user_version=9999")
    db.commit()
    db.close()
    for arguments in (("build", reports, "-o", newer, "--model", "none"), ("who", newer, "Fang Guolin")):
        status, _, errors = run(*arguments)
        assert status == 2
        assert "newer version" in errors
        assert errors.count("\n") == 1


@pytest.mark.parametrize("arguments", [("fly",), ("build",), ("build", "--fast", "x"), ("who", "out")])
def test_a_wrong_usage_ends_with_status_2(run: Run, arguments: tuple[str, ...]) -> None:
    status, _, errors = run(*arguments)
    assert status == 2
    assert errors


# -- open ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("display", "platform", "opened"),
    [("", "linux", False), (":0", "linux", True), ("", "darwin", True), ("", "win32", True)],
)
def test_open_shows_a_window_only_where_there_is_a_display(
    run: Run, out: Path, monkeypatch: pytest.MonkeyPatch, display: str, platform: str, opened: bool
) -> None:
    pages: list[str] = []
    monkeypatch.setattr("webbrowser.open", pages.append)
    monkeypatch.setattr("graph.cli_build.sys.platform", platform)
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    status, printed, _ = run("open", out)
    page = (out / "network.html").resolve()
    assert status == 0
    assert printed == f"{page}\n"
    assert pages == ([page.as_uri()] if opened else [])


# -- who ----------------------------------------------------------------------------------------------------------


def test_who_prints_posts_meetings_and_company_with_their_sentences(run: Run, out: Path) -> None:
    status, printed, errors = run("who", out, "Ren Yulan")
    assert (status, errors) == (0, "")
    lines = printed.splitlines()
    assert lines[0].startswith("Ren Yulan")
    for heading in ("Posts (", "Meetings (2)", "Company (2)"):
        assert any(line.startswith(heading) for line in lines), heading
    quoted = [line for line in lines if line.strip().startswith('"')]
    assert any("Ren Yulan, deputy mayor of Jiaxing, attended the conference." in line for line in quoted)
    assert all(line.endswith(("[plan.txt]", "[spring.txt]")) for line in quoted)
    company = lines.index("Company (2)")
    assert [line.split()[0] for line in lines[company + 1 : company + 5 : 3]] == [
        "2",
        "1",
    ]  # Qiu twice, Fang once


def test_who_prints_no_more_than_the_limit(run: Run, out: Path) -> None:
    _, printed, _ = run("who", out, "Ren Yulan", "--limit", "1")
    assert "Meetings (2, the first 1)" in printed
    assert "2024-04-09" not in printed.split("Company")[0].split("Meetings")[1]


def test_who_suggests_a_name_that_is_near(run: Run, out: Path) -> None:
    status, _, errors = run("who", out, "Ren Yulam")
    assert status == 2
    assert errors.count("\n") == 1
    assert "Ren Yulan" in errors


def test_who_lists_the_candidates_of_an_ambiguous_name(run: Run, tmp_path: Path) -> None:
    from extract.records import Records
    from extract.records_entities import Person
    from graph.cli_show import find_person
    from graph.cli_text import UserError
    from graph.network import Network

    twins = tuple(
        Person(id=f"li-yan-{place.lower()}", name="Li Yan", label=f"Li Yan ({place})", context=place)
        for place in ("Linhe", "Donghai")
    )
    with pytest.raises(UserError) as caught:
        find_person(Network.from_records(Records(people=twins)), "Li Yan")
    first, *candidates = str(caught.value).splitlines()
    assert first == "'Li Yan' is 2 people; say which:"
    assert sorted(candidates) == ["Li Yan (Donghai)", "Li Yan (Linhe)"]


# -- meetings -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("filters", "days"),
    [
        ((), ["2024-03-05", "2024-04-09"]),
        (("--after", "2024-04"), ["2024-04-09"]),
        (("--after", "2024-04-09"), ["2024-04-09"]),  # the day itself
        (("--before", "2024-03"), ["2024-03-05"]),
        (("--after", "2024", "--before", "2024"), ["2024-03-05", "2024-04-09"]),
        (("--before", "2023"), []),
        (("--host", "municipal people's government"), ["2024-04-09"]),  # capitals do not matter
        (("--person", "Fang Guolin"), ["2024-03-05"]),
        (("--person", "Ren Yulan", "--after", "2024-04"), ["2024-04-09"]),
    ],
)
def test_meetings_are_listed_by_date_and_filtered(
    run: Run, out: Path, filters: tuple[str, ...], days: list[str]
) -> None:
    status, printed, errors = run("meetings", out, *filters)
    assert (status, errors) == (0, "")
    *lines, total = printed.splitlines()
    assert [line.split()[0] for line in lines] == days
    assert total == f"{len(days)} meeting{'' if len(days) == 1 else 's'}"


@pytest.mark.parametrize("day", ["yesterday", "XXXX-03-05", "2024-13"])
def test_meetings_refuses_what_is_no_date(run: Run, out: Path, day: str) -> None:
    status, _, errors = run("meetings", out, "--after", day)
    assert status == 2
    assert errors == f"error: --after '{day}' is no date; write 2023, 2023-05 or 2023-05-17\n"


def test_meetings_of_nobody(run: Run, out: Path) -> None:
    status, _, errors = run("meetings", out, "--person", "Zhu Nobody")
    assert status == 2
    assert errors.count("\n") == 1


# -- check, doctor ------------------------------------------------------------------------------------------------

GOLD = """{"documents": [
  {"document": "plan.txt", "meetings": [{"date": "2024-03-05", "present": [
     {"name": "Fang Guolin", "roles": ["chaired", "spoke"]}, {"name": "Qiu Daming", "roles": ["attended"]},
     {"name": "Ren Yulan", "roles": ["attended"]}, {"name": "Song Wei", "roles": ["attended"]}]}]},
  {"document": "gone.txt", "meetings": []}]}
"""


def test_check_prints_the_figures(run: Run, out: Path, tmp_path: Path) -> None:
    gold = tmp_path / "gold.json"
    gold.write_text(GOLD, encoding="utf-8")
    status, printed, errors = run("check", gold, out)
    assert status == 0
    figures = dict(line.rsplit(maxsplit=1) for line in printed.splitlines())
    assert figures["documents"] == "2"
    assert figures["precision"] == "1.000"
    assert figures["recall"] == "0.750"
    assert errors == "note: 1 of the gold documents are not in this build and count as missed: gone.txt\n"


def test_check_prints_each_mistake_if_asked(run: Run, out: Path, tmp_path: Path) -> None:
    gold = tmp_path / "gold.json"
    gold.write_text(GOLD, encoding="utf-8")
    _, printed, _ = run("check", gold, out, "--errors")
    assert "plan.txt: missed Song Wei (attended)" in printed


def test_doctor_ends_well_here(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    status, printed, _ = run("doctor")
    assert status == 0
    assert all(line.startswith("ok ") for line in printed.splitlines())


def test_doctor_ends_with_status_1_if_something_is_wrong(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SEDERUNT_MODEL", "no_such_model")
    status, printed, _ = run("doctor")
    assert status == 1
    assert "wrong model" in printed


# -- start-up -----------------------------------------------------------------------------------------------------


def test_version(run: Run) -> None:
    from importlib.metadata import version

    assert run("--version") == (0, f"sederunt {version('sederunt')}\n", "")


def test_the_command_line_loads_no_heavy_library() -> None:
    heavy = {
        "spacy",
        "pandas",
        "networkx",
        "scipy",
        "numpy",
        "networkit",
        "rustworkx",
        "pyvis",
        "lxml",
        "bs4",
    }
    code = f"import sys, graph.cli; print(*sorted({heavy!r} & set(sys.modules)))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert loaded.split() == []


@pytest.mark.skipif(sys.platform == "win32", reason="needs the processor time of child processes")
def test_help_answers_at_once() -> None:
    """Processor time, the best of up to ten: on a machine that is busy the clock on the wall measures the others."""
    import resource

    def seconds() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-m", "graph.cli", "--help"], capture_output=True, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    assert any(seconds() < 0.3 for _ in range(10))
