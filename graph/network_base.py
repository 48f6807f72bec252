"""What every analysis of a `Network` asks first: people, bodies, labels, who was at which meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from extract.records import Records
from extract.records_entities import Organization, Person
from graph.project import incidence

if TYPE_CHECKING:
    from graph.project import Incidence


class Asked:
    """The records and how to find one in them; what the mixed-in analyses share."""

    records: Records

    def find_person(self, name: str) -> Person:
        """Find one person by id, label or name."""
        raise NotImplementedError

    def find_body(self, name: str) -> Organization:
        """Find one body by id or name."""
        raise NotImplementedError

    def _labels(self) -> dict[str, str]:
        return {person.id: person.label for person in self.records.people}

    def incidence(self, **filters: Any) -> Incidence:
        """People x meetings, narrowed by the filters of `graph.project.incidence`."""
        return incidence(self.records, **filters)
