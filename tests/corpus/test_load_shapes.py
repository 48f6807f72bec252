"""Folders of files, good and bad: each file is a report or a row of the ledger, in whatever order it is found."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import corpus.one_file as one_file
from corpus.find import find_files
from corpus.load import read_reports

REPORT = "Fang Guolin presided over the meeting of the county committee.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    return tmp_path / "in"


def read(*inputs: Path) -> tuple[list[str], list[tuple[str, str]]]:
    documents, ledger = read_reports(inputs)
    return [d.path for d in documents], [(row.document, row.reason) for row in ledger]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.xyz", b"words", "unknown format"),
        ("NOTES", b"words", "unknown format"),
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t\n ", "empty"),
        ("a.txt", b"--- *** ---", "empty"),  # nothing that can be read
        ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 99, "not text"),
        ("a.csv", b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 99, "not text"),
        ("a.jsonl", b"\x00\x01\x02" * 999, "not text"),
        ("a.html", b"\x00\x01\x02" * 999, "not text"),
        ("a.docx", b"no package", "unreadable file"),
        ("a.pdf", b"no pdf", "unreadable file"),
        ("a.csv", b"name,age\nFang Guolin,50\n", "unreadable file"),
        ("a.csv", b"title,text\n", "empty"),
        ("a.html", b"<html><body><script>x</script></body></html>", "empty"),
    ],
)
def test_a_bad_file_is_one_row_and_the_others_are_read(
    folder: Path, name: str, data: bytes, reason: str
) -> None:
    (folder / name).write_bytes(data)
    (folder / "z.txt").write_text(REPORT, encoding="utf-8")
    assert read(folder) == (["z.txt"], [(name, reason)])


def test_bad_rows_of_a_table_are_named_by_their_number(folder: Path) -> None:
    (folder / "t.csv").write_text(f"text\n{REPORT}   \n{REPORT}", encoding="utf-8")
    (folder / "t.jsonl").write_text("{bad\n", encoding="utf-8")
    documents, ledger = read(folder)
    assert documents == ["t.csv#1", "t.csv#3"]
    assert ledger == [("t.csv#2", "unreadable row"), ("t.jsonl#1", "unreadable row")]


def test_a_file_over_the_limit_is_not_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(one_file, "FILE_LIMIT", 50)
    (folder / "long.txt").write_text(REPORT * 2, encoding="utf-8")
    (folder / "short.txt").write_text("He Min spoke.", encoding="utf-8")
    assert read(folder) == (["short.txt"], [("long.txt", "too large")])


def test_a_report_over_the_limit_is_not_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(one_file, "TEXT_LIMIT", 50)
    (folder / "t.csv").write_text(f"text\n{REPORT}He Min spoke.\n", encoding="utf-8")
    assert read(folder) == (["t.csv#2"], [("t.csv#1", "too large")])


def test_a_link_out_of_the_folder_is_not_followed(folder: Path) -> None:
    outside = folder.parent / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text(REPORT, encoding="utf-8")
    (folder / "link.txt").symlink_to(outside / "secret.txt")
    (folder / "up.txt").symlink_to("../outside/secret.txt")
    (folder / "links").symlink_to(outside)
    documents, ledger = read(folder)
    assert documents == []
    assert ledger == [
        ("link.txt", "outside the folder"),
        ("links", "outside the folder"),
        ("up.txt", "outside the folder"),
    ]


def test_links_in_the_folder(folder: Path) -> None:
    (folder / "a").mkdir()
    (folder / "a" / "real.txt").write_text(REPORT, encoding="utf-8")
    (folder / "a" / "again").symlink_to(folder)  # a ring of folders
    (folder / "self.txt").symlink_to("self.txt")
    (folder / "gone.txt").symlink_to("nowhere.txt")
    documents, ledger = read(folder)
    assert documents == ["a/real.txt"]
    assert ledger == [("gone.txt", "unreadable file"), ("self.txt", "unreadable file")]


def test_a_pipe_is_not_opened(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")  # reading it would never end
    assert read(folder) == ([], [("pipe.txt", "unreadable file")])
    assert read(folder / "pipe.txt") == ([], [("pipe.txt", "unreadable file")])


def test_a_device_is_not_opened() -> None:
    assert read(Path("/dev/zero")) == ([], [("zero", "unreadable file")])


@pytest.mark.parametrize(
    "name", ["=cmd.txt", "-o.txt", "a b.txt", "'\"<script>.txt", "县委.txt", "new\nline.txt", "..txt.txt"]
)
def test_odd_names_are_names(folder: Path, name: str) -> None:
    (folder / name).write_text(REPORT, encoding="utf-8")
    documents, ledger = read(folder)
    assert documents == ([] if name.startswith(".") else [name])  # hidden files are passed over
    assert ledger == []


def test_a_name_that_is_no_unicode_can_be_written(folder: Path) -> None:
    (Path(os.fsdecode(os.fsencode(folder) + b"/bad\xff.txt"))).write_text(REPORT, encoding="utf-8")
    (documents, _) = read(folder)
    assert [path.encode("utf-8") for path in documents] == ["bad\ufffd.txt".encode()]


def test_hidden_files_are_passed_over(folder: Path) -> None:
    (folder / ".git").mkdir()
    (folder / ".git" / "a.txt").write_text(REPORT, encoding="utf-8")
    (folder / ".hidden.txt").write_text(REPORT, encoding="utf-8")
    assert read(folder) == ([], [])


def test_a_missing_input_is_named(folder: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"no such file or folder: .*nowhere"):
        read_reports([folder, folder / "nowhere"])


def test_files_given_one_by_one_and_twice(folder: Path) -> None:
    for place in ("one", "two"):
        (folder / place).mkdir()
        (folder / place / "a.txt").write_text(REPORT + place, encoding="utf-8")
    one, two = folder / "one" / "a.txt", folder / "two" / "a.txt"
    assert read(one, one, folder / "one") == (["a.txt"], [])
    assert read(one, two) == (["a.txt"], [("a.txt", "name given twice")])
    assert read(folder) == (["one/a.txt", "two/a.txt"], [])


def test_capital_suffixes(folder: Path) -> None:
    (folder / "A.TXT").write_text(REPORT, encoding="utf-8")
    assert read(folder) == (["A.TXT"], [])


def test_the_order_in_which_files_lie_in_the_folder_does_not_matter(tmp_path: Path) -> None:
    names = ["b.txt", "a.txt", "c/d.txt", "c.txt", "é.txt", "bad.bin"]
    made = []
    for folder, order in (("one", names), ("two", names[::-1])):
        for name in order:
            path = tmp_path / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"{name}: {REPORT}", encoding="utf-8")
        made.append(read_reports([tmp_path / folder]))
    assert made[0] == made[1]


def test_progress_is_told_for_every_file(folder: Path) -> None:
    for name in ("a.txt", "b.bin", "c.txt"):
        (folder / name).write_text(REPORT, encoding="utf-8")
    told: list[tuple[int, int]] = []
    read_reports([folder], on_progress=lambda done, total, words: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_front_matter_and_marks_of_markdown(folder: Path) -> None:
    (folder / "a.md").write_text(
        f"---\ntitle: 'County committee meets'\ndate: 2022-03-05\n---\n# County *committee* meets\n\n- **He Min** spoke.\n\n{REPORT}",
        encoding="utf-8",
    )
    ((document,), _) = read_reports([folder])
    assert (document.title, document.published) == ("County committee meets", "2022-03-05")
    assert "*" not in document.text and "#" not in document.text and "---" not in document.text


def test_find_files_sorts_by_the_path_in_the_folder(folder: Path) -> None:
    for name in ("b.txt", "a.txt"):
        (folder / name).write_text(REPORT, encoding="utf-8")
    assert find_files([folder]) == ([("a.txt", folder / "a.txt"), ("b.txt", folder / "b.txt")], [])


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("r/*.txt", ["a.txt"]),  # in one folder
        ("r/**/*.txt", ["2023/b.txt", "2023/q/c.txt", "a.txt"]),  # below it
        ("r/20*", ["2023/b.txt", "2023/q/c.txt", "2023/q/d.html"]),  # folders with all that is in them
        ("*/2023/[bd].txt", ["r/2023/b.txt"]),  # names begin at the first part that is no pattern
    ],
)
def test_a_pattern_gives_the_files_that_it_matches(tmp_path: Path, pattern: str, names: list[str]) -> None:
    for name in ("r/a.txt", "r/2023/b.txt", "r/2023/q/c.txt", "r/2023/q/d.html", "r/2023/.e.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    assert [name for name, _ in find_files([tmp_path / pattern])[0]] == names


def test_a_pattern_that_nothing_matches_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"no such file or folder: .*\*\.txt"):
        find_files([tmp_path / "*.txt"])


def test_a_file_with_a_bracket_in_its_name_is_no_pattern(tmp_path: Path) -> None:
    (tmp_path / "a[1].txt").write_text("x", encoding="utf-8")
    assert [name for name, _ in find_files([tmp_path / "a[1].txt"])[0]] == ["a[1].txt"]
