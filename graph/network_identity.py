"""Who is whom, in Python: who held a post and when, what may be one, and the user's decisions on it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, fields
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from extract.decisions_file import add_decision, last_row, undo_decision
from extract.decisions_read import read_decisions
from extract.records import Records
from extract.records_entities import Person

if TYPE_CHECKING:
    import pandas as pd

    from extract.comparison import Comparison
    from graph.undecided import Undecided


class Identity:
    """Questions on identity to the records, and decisions kept in a file that the next build obeys; mixed into `Network`."""

    records: Records

    def find_person(self, name: str) -> Person:
        """Find one person by id, label or name."""
        raise NotImplementedError

    def holders(self, post: str) -> pd.DataFrame:
        """Who was seen in a post ("Mayor, Mianyang": a title, then words of its body or place), from when to when.

        Columns `person`, `post` and those of `graph.tenure.Tenure`; empty where no report states such a post.
        """
        from graph.tenure import posts_called

        wanted = posts_called(self.records, post)
        return self._tenures(posts=wanted)

    def career(self, name: str) -> pd.DataFrame:
        """The posts in which one person was seen, by first day; columns as `holders`. Raises what `find_person` raises."""
        frame = self._tenures(person=self.find_person(name).id)
        return frame.sort_values(["first_seen", "post"], na_position="last", ignore_index=True)

    def _tenures(self, *, posts: Collection[str] | None = None, person: str = "") -> pd.DataFrame:
        import pandas as pd

        from graph.tenure import Tenure, tenures

        labels = {p.id: p.label for p in self.records.people}
        texts = {p.id: p.text for p in self.records.posts}
        rows = [
            {
                "person": labels[row.person_id],
                "post": texts[row.post_id],
                **asdict(row),
                "clash": ", ".join(labels[other] for other in row.clash),
            }
            for row in tenures(self.records)
            if (posts is None or row.post_id in posts) and (not person or row.person_id == person)
        ]
        return pd.DataFrame(rows, columns=["person", "post", *(field.name for field in fields(Tenure))])

    def compare(self, first: str, second: str) -> Comparison:
        """Whether two people are the same, different or undecided, with the reasons. Raises what `find_person` raises."""
        from graph.compare_people import compare_people

        return compare_people(self.records, self.find_person(first).id, self.find_person(second).id)

    def undecided(self, decisions: str | Path = "") -> tuple[Undecided, ...]:
        """The people, meetings and bodies that may be one, and places that bodies may be of, strongest first, with either side's sentence.

        Without those on which the file `decisions` has a row. See `graph.undecided`.
        """
        from graph.undecided import undecided

        return undecided(self.records, read_decisions(Path(decisions)).good if decisions else ())

    def joined_by_slip(self, decisions: str | Path = "") -> tuple[Undecided, ...]:
        """The spellings that were taken for slips of a name, with either side's sentence, as `undecided`."""
        from graph.undecided_slips import joined_by_slip

        return joined_by_slip(self.records, read_decisions(Path(decisions)).good if decisions else ())

    @staticmethod
    def decide(
        decisions: str | Path, pair: Undecided, *, one: bool, author: str = "", reason: str = ""
    ) -> str:
        """Keep in the file `decisions` whether a pair is `one`; return the row as written, for `undo`.

        The network changes with the next build that is given the file. Raises ValueError where the row would not hold.
        """
        from graph.undecided import VERBS

        against = (f"against: {text}" for text in pair.against)
        add_decision(
            Path(decisions),
            verb=VERBS[pair.kind][not one],
            subject=str(pair.left),
            object=pair.object,
            reason=reason or "; ".join((*pair.reasons, *against)),
            author=author,
            date=date.today().isoformat(),
        )
        return last_row(Path(decisions))

    @staticmethod
    def undo(decisions: str | Path, row: str = "") -> bool:
        """Take the last decision on a pair back out of the file, or `row` where that is the last; say whether it was."""
        return undo_decision(Path(decisions), row or last_row(Path(decisions)))
