"""Records made by hand, without a model and without extraction: from rows (document, meeting, person, role).

Every row becomes a sentence of its report, so that offsets and quotes are true. `town_and_county` is the corpus that
most tests of the graph stage read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any

from corpus.records import Document, Evidence, LedgerRow, PressName, Sentence, evidence_of
from extract.records import PressCredit, Records
from extract.records_entities import Holding, MentionOf, Organization, Person, Post
from extract.records_meetings import Meeting, MeetingSource, Participation

Row = tuple[str, str, str, str]
"""Document, meeting id ('' for none), person id (or 'group: words' for a collective), role."""


def records_of(
    rows: Iterable[Row],
    *,
    meetings: Mapping[str, Mapping[str, Any]] | None = None,
    labels: Mapping[str, str] | None = None,
    duplicate_of: Mapping[str, str] | None = None,
) -> Records:
    """Make records of attendance rows; `meetings` holds further fields of meetings, `labels` of people."""
    rows = list(dict.fromkeys(rows))
    of_path: dict[str, list[Row]] = {}
    for row in rows:
        of_path.setdefault(row[0], []).append(row)
    documents = {path: _document(path, of_path[path]) for path in sorted(of_path)}
    participations = [_participation(row, documents[row[0]]) for row in rows]
    of_meeting: dict[str, list[Participation]] = {}
    for p in participations:
        of_meeting.setdefault(p.meeting_id, []).append(p)
    made = []
    for meeting_id in sorted(of_meeting.keys() - {""}):
        own = of_meeting[meeting_id]
        fields: dict[str, Any] = {
            "name": f"meeting {meeting_id}",
            "kind": "meeting",
            "evidence": min(own, key=lambda p: (p.document, p.evidence.start)).evidence,
            "documents": tuple(sorted({p.document for p in own})),
        }
        made.append(Meeting(id=meeting_id, **(fields | dict((meetings or {}).get(meeting_id, {})))))
    people = sorted({p.person_id for p in participations} - {""})
    return Records(
        documents=tuple(documents.values()),
        people=tuple(
            Person(id=key, name=_name(key), label=(labels or {}).get(key, _name(key))) for key in people
        ),
        meetings=tuple(made),
        participations=tuple(
            sorted(participations, key=lambda p: (p.document, p.meeting_id, p.person_id, p.group, p.role))
        ),
        duplicate_of=tuple(sorted((duplicate_of or {}).items())),
    )


def _name(person_id: str) -> str:
    return " ".join(person_id.split("@")[0].split("-")).title()


def _sentence(row: Row) -> str:
    _, meeting, person, role = row
    who = person.removeprefix("group: ") if person.startswith("group: ") else _name(person)
    return f"{who} {role} {meeting or 'nothing'}."


def _document(path: str, rows: Iterable[Row]) -> Document:
    text, sentences = "", []
    for row in rows:
        said = _sentence(row)
        sentences.append(Sentence(start=len(text), end=len(text) + len(said), zone="body"))
        text += f"{said}\n"
    identity = sha256(f"{path}\n{text}".encode()).hexdigest()[:16]
    return Document(
        id=f"d{identity}", path=path, title=f"Report {path}", text=text, sentences=tuple(sentences)
    )


def quoting(document: Document, sentence: str) -> Evidence:
    """Quote a sentence of a document. Raises ValueError where it does not stand there."""
    start = document.text.index(sentence)
    return evidence_of(document, start, start + len(sentence))


def _participation(row: Row, document: Document) -> Participation:
    path, meeting, person, role = row
    group = person.removeprefix("group: ") if person.startswith("group: ") else ""
    return Participation(
        document=path,
        meeting_id=meeting,
        role=role,  # type: ignore[arg-type]
        rule=f"rule for {role}",
        evidence=quoting(document, _sentence(row)),
        surface=group or _name(person),
        person_id="" if group else person,
        group=group,
    )


def town_and_county() -> Records:
    """Two places, nine people who were there, five meetings held and one cited.

    Shuixi City: a plenary meeting in three reports (one a copy, whose gathering got an id of its own besides), a visit.
    Linhe County: a meeting without a year, talks without a date, a briefing by one person. Two people called Luo Qing;
    Shi Lei sent his apologies; Xi Jinping is only invoked; a collective without names; a reporter.
    """
    rows: list[Row] = [
        ("city/plenary.txt", "plenary", "fang-guolin", "chaired"),
        ("city/plenary.txt", "plenary", "he-min", "attended"),
        ("city/plenary.txt", "plenary", "he-min", "spoke"),
        ("city/plenary.txt", "plenary", "luo-qing@shuixi", "attended"),
        ("city/plenary.txt", "plenary", "shi-lei", "absent"),
        ("city/plenary.txt", "plenary", "xi-jinping", "invoked"),
        ("city/plenary.txt", "plenary", "group: members of the standing committee", "attended"),
        ("city/plenary.txt", "earlier", "fang-guolin", "attended"),
        ("city/plenary.txt", "earlier", "deng-wenjie", "attended"),
        ("city/plenary-again.txt", "plenary", "fang-guolin", "chaired"),
        ("city/plenary-again.txt", "plenary", "he-min", "attended"),
        ("city/plenary-copy.txt", "plenary", "fang-guolin", "chaired"),
        ("city/plenary-copy.txt", "plenary-copied", "fang-guolin", "chaired"),
        ("city/plenary-copy.txt", "plenary-copied", "he-min", "attended"),
        ("city/visit.txt", "visit", "fang-guolin", "led"),
        ("city/visit.txt", "visit", "he-min", "accompanied"),
        ("city/visit.txt", "visit", "tian-bo", "accompanied"),
        ("county/meeting.txt", "county-meeting", "luo-qing@linhe", "chaired"),
        ("county/meeting.txt", "county-meeting", "deng-wenjie", "reported"),
        ("county/meeting.txt", "county-meeting", "ma-xiuying", "observed"),
        ("county/talks.txt", "talks", "deng-wenjie", "attended"),
        ("county/talks.txt", "talks", "tian-bo", "attended"),
        ("county/briefing.txt", "briefing", "qiao-yun", "reported"),
        ("county/briefing.txt", "", "xi-jinping", "invoked"),
    ]
    records = records_of(
        rows,
        meetings={
            "plenary": {
                "date": "2022-03-05",
                "kind": "conference",
                "place": "Shuixi",
                "host_id": "committee@shuixi",
            },
            "plenary-copied": {"date": "2022-03-05", "kind": "conference"},
            "visit": {"date": "2023-05", "kind": "visit", "place": "Shuixi"},
            "county-meeting": {"date": "XXXX-02-28", "place": "Linhe"},
            "talks": {"kind": "talks"},
            "briefing": {"date": "2023-11-20", "kind": "press conference"},
            "earlier": {"cited": True, "date": "2021-06-01"},
        },
        labels={"luo-qing@shuixi": "Luo Qing (Shuixi)", "luo-qing@linhe": "Luo Qing (Linhe)"},
        duplicate_of={"city/plenary-copy.txt": "city/plenary.txt"},
    )
    committee = Organization(
        id="committee@shuixi",
        name="Municipal Party Committee",
        kind="party committee",
        level="municipal",
        place="Shuixi",
    )
    office = Organization(
        id="office@shuixi", name="General Office", kind="department", level="municipal", place="Shuixi",
        parent=committee.id,
    )  # fmt: skip
    seat = Post(
        id="secretary", title="Secretary", text="Secretary, Municipal Party Committee (Shuixi)",
        organization_id=committee.id, place="Shuixi",
    )  # fmt: skip
    plenary = next(d for d in records.documents if d.path == "city/plenary.txt")
    stated = quoting(plenary, "Fang Guolin chaired plenary.")
    he = quoting(plenary, "He Min attended plenary.")

    def detailed(p: Participation) -> Participation:
        if p.document == "city/plenary.txt" and p.person_id == "fang-guolin" and p.meeting_id == "plenary":
            return replace(
                p, posts=("Secretary, Municipal Party Committee (Shuixi)", "Chair; acting"), position=1
            )
        if p.document == "city/plenary.txt" and p.person_id == "he-min" and p.role == "spoke":
            return replace(p, surface="He", antecedent=he, qualifiers=("by video",))
        return p

    return replace(
        records,
        organizations=(committee, office),
        posts=(seat,),
        holdings=(
            Holding(
                person_id="fang-guolin",
                post_id=seat.id,
                document=plenary.path,
                date="2022-03-05",
                evidence=stated,
            ),
        ),
        participations=tuple(detailed(p) for p in records.participations),
        mentions=(
            MentionOf(
                person_id="fang-guolin", document=plenary.path, name="Fang Guolin", reasons=("decided",)
            ),
        ),
        sources=(
            MeetingSource(
                meeting_id="plenary",
                document=plenary.path,
                relation="report",
                name="meeting plenary",
                evidence=stated,
                date="2022-03-05",
                people=3,
            ),
        ),
        press=(
            PressCredit(
                document=plenary.path, credit=PressName(name="Guan Xin", function="reporter", start=0, end=8)
            ),
        ),
        ledger=(
            LedgerRow(document="county/talks.txt", reason="undated meeting", detail="no date in the text"),
            LedgerRow(document="noise.bin", reason="not text", detail="NUL bytes"),
        ),
    )
