"""A build of reports at an address: the bytes of a build of the same reports in a folder."""

from __future__ import annotations

from pathlib import Path

import fsspec
import pytest

from graph.build import build, build_records
from graph.manifest import STORE
from graph.plan import plan_of
from graph.sources import BuildError

MEETING = (
    "On May {day}, 2023, the Shuixi Municipal Party Committee held a work conference. Fang Guolin, secretary of the Shuixi "
    "Municipal Party Committee, presided over the conference. He Min, mayor of Shuixi City, attended the conference.\n"
)
REPORTS = {"a.txt": MEETING.format(day=3), "2024/b.txt": MEETING.format(day=9)}


def written(out: Path) -> dict[str, bytes]:
    """All outputs but the store and what is hidden."""
    found = {path.relative_to(out).as_posix(): path for path in sorted(out.rglob("*")) if path.is_file()}
    return {name: path.read_bytes() for name, path in found.items() if name != STORE and name[0] != "."}


def test_reports_at_an_address_are_read_as_those_in_a_folder(tmp_path: Path) -> None:
    system = fsspec.filesystem("memory")
    system.store.clear()
    folder = tmp_path / "reports"
    for name, text in REPORTS.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        system.pipe(f"/reports/{name}", text.encode())
    build([folder], tmp_path / "local", model="none")
    report = build(["memory://reports"], tmp_path / "remote", model="none", jobs=1)
    assert written(tmp_path / "remote") == written(tmp_path / "local")
    assert report.read_anew == 2
    system.rm("/reports/a.txt")
    assert build(["memory://reports"], tmp_path / "remote", model="none").read_anew == 0
    assert [d.path for d in build_records(["memory://reports"], model="none")[0].documents] == ["2024/b.txt"]
    with pytest.raises(BuildError, match="not at an address"):
        plan_of(["memory://reports"], tmp_path / "remote", model="none")
