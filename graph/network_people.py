"""People of a `Network` by name, what is stated of one of them, and what proves a tie."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from extract.folding import fold
from extract.records import Records
from extract.records_entities import Person
from graph.attendance import roles_of, shared_meetings
from graph.dossier import Dossier, dossier_of
from graph.names import AmbiguousName, UnknownName

if TYPE_CHECKING:
    import pandas as pd

EVIDENCE_COLUMNS = [
    *("meeting_id", "meeting", "date"),
    *("role_a", "evidence_a", "antecedent_a", "document_a"),
    *("role_b", "evidence_b", "antecedent_b", "document_b"),
]


def _keys(person: Person) -> set[str]:
    return {fold(person.name), *map(fold, person.aliases)} - {""}


class People:
    """People and the evidence for ties; mixed into `Network`."""

    records: Records

    def find_person(self, name: str) -> Person:
        """Find the one person of this id or label, or else of this name or alias, folded (spaces, case, accents).

        Raises AmbiguousName where several people have it, UnknownName where nobody has; never takes a near name.
        """
        exact = [p for p in self.records.people if name in (p.id, p.label)]
        if len(exact) == 1:
            return exact[0]
        key = fold(name)
        found = exact or [p for p in self.records.people if key and key in _keys(p)]
        if len(found) == 1:
            return found[0]
        if found:
            raise AmbiguousName(name, sorted(p.label for p in found))
        raise UnknownName(f"nobody in this network is called '{name}'{self._near(key)}")

    def _near(self, key: str) -> str:
        labels: dict[str, set[str]] = {}
        for person in self.records.people:
            for own in _keys(person):
                labels.setdefault(own, set()).add(person.label)
        near = difflib.get_close_matches(key, sorted(labels), n=3, cutoff=0.6)
        suggested = dict.fromkeys(label for own in near for label in sorted(labels[own]))
        return f"; did you mean {' or '.join(suggested)}?" if suggested else ""

    def who(self, name: str) -> Dossier:
        """Everything that the reports state of one person: posts, meetings, company, each with its sentence."""
        return dossier_of(self.records, self.find_person(name))

    def evidence(self, a: str, b: str) -> pd.DataFrame:
        """The meetings that two people attended together, a row a meeting by date, with the sentence for each of them.

        `antecedent_a` and `antecedent_b` are the sentences that name them where the evidence says "he". Empty where
        they never met. Raises what `find_person` raises.
        """
        import pandas as pd

        first, second = self.find_person(a), self.find_person(b)
        rows = []
        for shared in shared_meetings(self.records, first.id, second.id):
            m = shared.meeting
            row: dict[str, str | None] = {"meeting_id": m.id, "meeting": m.name, "date": m.date}
            for side, stated in (("a", shared.first), ("b", shared.second)):
                proof = stated[0]
                row[f"role_{side}"] = ", ".join(roles_of(stated))
                row[f"evidence_{side}"] = proof.evidence.quote
                row[f"antecedent_{side}"] = proof.antecedent.quote if proof.antecedent else None
                row[f"document_{side}"] = proof.evidence.document
            rows.append(row)
        return pd.DataFrame(rows, columns=EVIDENCE_COLUMNS)
