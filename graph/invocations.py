"""Who invokes whom: reports name people who were not there, by their doctrine or instructions; apart from attendance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.records import Records

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = ["host", "meeting_id", "meeting", "date", "person_id", "person", "evidence", "document"]


def invocations(records: Records) -> pd.DataFrame:
    """Every invocation, a row a statement, by document and place in it: the body that convened (`host`, '' where the report
    states none), the meeting ('' outside of one), the person invoked, the sentence.

    Who of those present spoke the words is not stated by the records, and is not guessed.
    """
    import pandas as pd

    meetings = {meeting.id: meeting for meeting in records.meetings}
    labels = {person.id: person.label for person in records.people}
    said = [p for p in records.participations if p.role == "invoked" and p.person_id]
    rows = []
    for p in sorted(said, key=lambda p: (p.document, p.evidence.start, p.person_id, p.rule)):
        meeting = meetings.get(p.meeting_id)
        held = (meeting.host, meeting.name, meeting.date) if meeting else ("", "", None)
        rows.append(
            (held[0], p.meeting_id, *held[1:], p.person_id, labels[p.person_id], p.evidence.quote, p.document)
        )
    return pd.DataFrame(rows, columns=COLUMNS)
