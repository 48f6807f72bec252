"""The commands that read a build or the installation: who, meetings, check, labels, doctor."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.records import Evidence
from corpus.store import StoreError
from extract.dates_edtf import edtf_bounds
from extract.records_entities import Person
from extract.records_meetings import Meeting
from graph.cli_text import UserError, console, printed

if TYPE_CHECKING:
    from rich.console import Console

    from graph.network import Network

UNDATED = "undated"


def open_network(out: Path) -> Network:
    """Open a build. Raises UserError where there is none, or where a newer version wrote it."""
    from graph.network import Network

    try:
        return Network.open(out)
    except (FileNotFoundError, StoreError) as error:
        raise UserError(str(error)) from error


def find_person(network: Network, name: str) -> Person:
    """Find one person. Raises UserError: with the candidates where the name is ambiguous, near names if unknown."""
    from graph.network import AmbiguousName, UnknownName

    try:
        return network.find_person(name)
    except AmbiguousName as error:
        candidates = "\n".join(error.labels)
        raise UserError(f"'{name}' is {len(error.labels)} people; say which:\n{candidates}") from error
    except UnknownName as error:
        raise UserError(str(error)) from error


def show_person(out: Path, name: str, *, limit: int) -> None:
    """Print a person's posts, meetings and company, at most `limit` lines of each, each with its sentence."""
    from graph.attendance import roles_of, shared_meetings

    network = open_network(out)
    dossier = network.who(find_person(network, name).id)
    screen = console()
    screen.print(printed((dossier.person.label, "bold")))
    if dossier.person.aliases:
        screen.print(printed(f"also printed: {'; '.join(dossier.person.aliases)}"))
    _heading(screen, "Posts", len(dossier.posts), limit)
    for post in dossier.posts[:limit]:
        screen.print(printed(f"  {post.date or UNDATED:<12}{post.text}"))
        _quote(screen, post.evidence)
    for title, lines in (("Meetings", dossier.meetings), ("Named, not there", dossier.elsewhere)):
        _heading(screen, title, len(lines), limit)
        for line in lines[:limit]:
            screen.print(
                printed(f"  {line.date or UNDATED:<12}", (", ".join(line.roles), "bold"), f"  {line.name}")
            )
            _quote(screen, line.evidence, line.antecedent)
    _heading(screen, "Company", len(dossier.company), limit)
    attended = {line.meeting_id for line in dossier.meetings}
    own = [p for p in network.records.participations if p.meeting_id in attended]
    near = replace(network.records, participations=tuple(own))
    for other in dossier.company[:limit]:
        screen.print(printed(f"  {other.meetings:<4}", (other.label, "bold")))
        first = shared_meetings(near, dossier.person.id, other.person_id)[0]
        when, roles = first.meeting.date or UNDATED, ", ".join(roles_of(first.second))
        screen.print(printed(f"      {when}  {roles}  {first.meeting.name}"))
        _quote(screen, first.second[0].evidence, first.second[0].antecedent)


def _heading(screen: Console, title: str, number: int, limit: int) -> None:
    if number:
        more = f", the first {limit}" if number > limit else ""
        screen.print(printed((f"{title} ({number}{more})", "bold underline")))


def _quote(screen: Console, evidence: Evidence, antecedent: Evidence | None = None) -> None:
    screen.print(printed((f'      "{evidence.quote}"  [{evidence.document}]', "dim")))
    if antecedent is not None:
        screen.print(printed((f'      named in: "{antecedent.quote}"', "dim")))


def show_meetings(out: Path, *, host: str, after: str, before: str, person: str) -> None:
    """Print the meetings held that pass every filter, by date, the undated last; then how many there are."""
    from graph.attendance import attendance, by_date, counted_meetings

    first = _bound("--after", after, 0)
    last = _bound("--before", before, 1)
    network = open_network(out)
    present = attendance(network.records)
    wanted = find_person(network, person).id if person else ""
    screen = console()
    shown = undated = 0
    for meeting in sorted(counted_meetings(network.records), key=by_date):
        people = present.get(meeting.id, {})
        if (wanted and wanted not in people) or not _holds(meeting, host):
            continue
        days = edtf_bounds(meeting.date or "")
        if days is None and (first or last):
            undated += 1
        elif days is None or ((not first or days[1] >= first) and (not last or days[0] <= last)):
            shown += 1
            _print_meeting(screen, meeting, len(people))
    left = f"; {undated} without a date that tells the year, left out" if undated else ""
    screen.print(printed(f"{shown} meeting{'' if shown == 1 else 's'}{left}"))


def _bound(option: str, value: str, side: int) -> str:
    days = edtf_bounds(value) if value else None
    if value and days is None:
        raise UserError(f"{option} '{value}' is no date; write 2023, 2023-05 or 2023-05-17")
    return days[side] if days else ""


def _holds(meeting: Meeting, text: str) -> bool:
    return text.casefold() in f"{meeting.host}\n{meeting.name}".casefold()


def _print_meeting(screen: Console, meeting: Meeting, people: int) -> None:
    host = (
        f", {meeting.host}" if meeting.host and meeting.host.casefold() not in meeting.name.casefold() else ""
    )
    size = "1 person" if people == 1 else f"{people} people"
    sources = ", ".join(meeting.documents)
    screen.print(
        printed(f"{meeting.date or UNDATED:<12}", (meeting.name, "bold"), f"{host}  {size}  [{sources}]")
    )


def show_score(gold: Path, out: Path, *, errors: bool) -> None:
    """Print the figures of a build against gold documents, and what it got wrong if `errors`."""
    from graph.check import score
    from graph.check_read import read_participations, read_paths
    from graph.gold import GoldError, file_name, read_gold

    try:
        documents = read_gold(gold)
        result = score(read_participations(out), documents)
        strangers = sorted({file_name(document["document"]) for document in documents} - read_paths(out))
    except (GoldError, FileNotFoundError) as error:
        raise UserError(str(error)) from error
    screen = console()
    if errors:
        for mistake in result.mistakes:
            screen.print(printed(mistake))
    for name, figure in result.table().items():
        screen.print(
            printed(f"{name:<24}{figure:g}" if isinstance(figure, int) else f"{name:<24}{figure:.3f}")
        )
    if strangers:
        named = ", ".join(strangers[:3]) + (", ..." if len(strangers) > 3 else "")
        note = (
            f"note: {len(strangers)} of the gold documents are not in this build and count as missed: {named}"
        )
        console(stderr=True).print(printed(note))


def show_label_errors(gold: Path, reports: list[Path]) -> bool:
    """Print each mistake in the labels, file, report and row; return whether there is none. Raises UserError."""
    from corpus.load import read_reports
    from graph.gold import GoldError
    from graph.labels import label_errors

    try:
        documents, _ = read_reports(reports)
        errors = label_errors(gold, documents)
    except (GoldError, FileNotFoundError) as error:
        raise UserError(str(error)) from error
    screen = console()
    for mistake in errors:
        screen.print(printed(str(mistake)))
    screen.print(printed(f"{len(errors)} mistakes in the labels of {len(documents)} reports"))
    return not errors


def show_health(out: Path | None = None) -> bool:
    """Print what `doctor` finds of the installation and of a build; return whether all is well."""
    from graph.doctor import examine
    from graph.health import examine_build

    findings = [*examine(Path.cwd()), *(examine_build(out) if out is not None else [])]
    screen = console()
    for finding in findings:
        mark = ("ok    ", "green") if finding.good else ("wrong ", "bold red")
        screen.print(printed(mark, f"{finding.subject:<24}{finding.state}"))
    return all(finding.good for finding in findings)
