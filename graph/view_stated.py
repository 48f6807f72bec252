"""What the page shows of statements: who was where, in which role, who holds what, each with the number of its sentence."""

from __future__ import annotations

from typing import Any

from corpus.records import Evidence
from extract.confidence import confidence
from extract.records import Records
from extract.records_meetings import Participation
from extract.roles import PRESENT


class Quotes:
    """Sentences by number, each once."""

    def __init__(self) -> None:
        self.rows: list[tuple[str, int, int, str]] = []
        self._seen: dict[tuple[str, int, int], int] = {}

    def add(self, evidence: Evidence) -> int:
        key = (evidence.document, evidence.start, evidence.end)
        number = self._seen.setdefault(key, len(self.rows))
        if number == len(self.rows):
            self.rows.append((*key, evidence.quote))
        return number


def statements(
    records: Records, meeting_at: dict[str, int], person_at: dict[str, int], quotes: Quotes
) -> dict[str, list[list[Any]]]:
    """Sort what is stated of people: there; named and not there; at a gathering that is only cited; collectives.

    A copy of a report states nothing new where the gathering is counted elsewhere, and is left out.
    """
    cited = {meeting.id: meeting.name for meeting in records.meetings if meeting.cited}
    there: list[list[Any]] = []
    elsewhere: list[list[Any]] = []
    referred: list[list[Any]] = []
    groups: list[list[Any]] = []
    for p in records.participations:
        at = meeting_at.get(p.meeting_id, -1)
        if p.group:
            if at >= 0:
                groups.append([at, p.group, p.role, quotes.add(p.evidence), p.rule])
        elif p.role not in PRESENT:
            if at >= 0 or not p.meeting_id or p.meeting_id in cited:
                elsewhere.append(_statement(p, at, person_at, quotes))
        elif at >= 0:
            there.append(_statement(p, at, person_at, quotes))
        elif p.meeting_id in cited:
            referred.append([*_statement(p, at, person_at, quotes), cited[p.meeting_id]])
    return {"there": there, "elsewhere": elsewhere, "referred": referred, "groups": groups}


def _statement(p: Participation, at: int, person_at: dict[str, int], quotes: Quotes) -> list[Any]:
    before = quotes.add(p.antecedent) if p.antecedent is not None else -1
    quote = quotes.add(p.evidence)
    return [person_at[p.person_id], at, p.role, p.position, quote, p.surface, _rule_told(p), before, list(p.qualifiers), confidence(p)]  # fmt: skip


def _rule_told(p: Participation) -> str:
    return f"{p.rule} ({p.model} saw the name)" if p.model else p.rule


def held_posts(
    records: Records, person_at: dict[str, int], body_at: dict[str, int], quotes: Quotes
) -> list[list[Any]]:
    posts = {post.id: post for post in records.posts}
    rows: list[list[Any]] = []
    for h in records.holdings:
        post = posts[h.post_id]
        body = body_at.get(post.organization_id, -1)
        rows.append([person_at[h.person_id], post.text, h.date or "", quotes.add(h.evidence), body])
    return rows
