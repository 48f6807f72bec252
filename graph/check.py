"""Score a build against gold documents: who was there, in which role, with which posts, on which day.

Documents are compared by file name, people by name alone (letters only, without honorifics): a gold file knows no ids.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from extract.roles import PRESENT
from graph.check_meetings import is_stated, score_facts, words_of
from graph.check_score import RoleCount, Score
from graph.check_ties import score_ties
from graph.gold import Expected, GoldDocument, absent_people, expected_people, file_name, name_key


@dataclass(slots=True, kw_only=True)
class Found:
    """A person whom the build has as present in a document, under any of the spellings that the gold file allows."""

    name: str
    roles: set[str] = field(default_factory=set)
    posts: list[str] = field(default_factory=list)


def score(rows: Iterable[Mapping[str, str]], gold: Sequence[GoldDocument]) -> Score:
    """Compare the rows of a participations table with gold documents; documents without gold are passed over."""
    found: dict[str, dict[str, Found]] = {}
    days: dict[str, set[str]] = {}
    stated: dict[str, list[Mapping[str, str]]] = {}
    for row in rows:
        path = file_name(row["document"])
        days.setdefault(path, set()).add((row.get("meeting_date") or "").strip())
        stated.setdefault(path, []).append(row)
        roles = {role.strip() for role in row["role"].split(";")} & PRESENT
        if row.get("person") and roles:
            entry = found.setdefault(path, {}).setdefault(name_key(row["person"]), Found(name=row["person"]))
            entry.roles |= roles
            entry.posts += [post for post in (row.get("posts") or "").split(";") if post.strip()]
    result = Score()
    for document in gold:
        name = file_name(document["document"])
        _score_document(result, document, found.get(name, {}))
        _score_dates(result, document, days.get(name, set()))
        told = score_facts(result.facts, document, stated.get(name, []))
        told += score_ties(result.ties, document, stated.get(name, []))
        result.mistakes += [f"{name}: {mistake}" for mistake in told]
    return result


def _score_document(result: Score, document: GoldDocument, printed: Mapping[str, Found]) -> None:
    where = file_name(document["document"])
    expected, spellings = expected_people(document)
    found: dict[str, Found] = {}
    for key, entry in printed.items():
        one = found.setdefault(key if key in expected else spellings.get(key, key), Found(name=entry.name))
        one.roles |= entry.roles
        one.posts += entry.posts
    result.documents += 1
    before = (result.missed, result.wrong)
    for key, person in expected.items():
        if not person.optional:
            _score_person(result, where, person, found.get(key))
    for key, entry in found.items():
        if key not in expected:
            _score_intruder(result, where, document, key, entry)
    result.whole_lists += before == (result.missed, result.wrong)


def _score_dates(result: Score, document: GoldDocument, days: set[str]) -> None:
    for meeting in document["meetings"]:
        if not meeting.get("date") or meeting.get("optional"):
            continue
        right = bool({meeting["date"], *(meeting.get("date_ok") or ())} & days)
        result.dates += 1
        result.dates_right += right
        if not right:
            printed = ", ".join(sorted(days - {""})) or "none"
            result.mistakes.append(
                f"{file_name(document['document'])}: date {meeting['date']}, found {printed}"
            )


def _score_person(result: Score, where: str, person: Expected, found: Found | None) -> None:
    wanted = (person.roles - {"attended"}) or {"attended"}
    result.posts += len(person.posts)
    if found is None:
        result.missed += 1
        result.roles_missed += len(wanted)
        _count_roles(result, wanted, set())
        result.mistakes.append(f"{where}: missed {person.name} ({', '.join(sorted(person.roles))})")
        return
    result.right += 1
    worded = _wordings(person)
    for post in sorted(person.posts):
        if any(is_stated(wording, found.posts) for wording in worded[post]):
            result.posts_right += 1
        else:
            result.mistakes.append(f"{where}: post of {person.name}: '{post}', found {found.posts}")
    stated = (found.roles - {"attended"}) or found.roles
    counted = stated - (person.tolerated - wanted)
    if not counted and person.tolerated & found.roles:
        counted = wanted
    result.roles_right += len(wanted & counted)
    result.roles_missed += len(wanted - counted)
    result.roles_wrong += len(counted - wanted)
    _count_roles(result, wanted, counted)
    if wanted != counted:
        result.mistakes.append(f"{where}: role of {person.name}: {sorted(wanted)}, found {sorted(counted)}")


def _count_roles(result: Score, wanted: set[str], counted: set[str]) -> None:
    for role in wanted | counted:
        count = result.by_role.setdefault(role, RoleCount())
        count.right += role in wanted and role in counted
        count.wrong += role not in wanted
        count.missed += role not in counted


def _score_intruder(result: Score, where: str, document: GoldDocument, key: str, found: Found) -> None:
    result.wrong += 1
    result.roles_wrong += max(1, len(found.roles - {"attended"}))
    _count_roles(result, set(), (found.roles - {"attended"}) or found.roles)
    result.without_meeting += not document["meetings"]
    kind = ""
    if key in {name_key(name) for name in document.get("press", ())}:
        kind = " (press)"
        result.press += 1
    elif key in {name_key(name) for name in document.get("invoked", ())}:
        kind = " (invoked)"
        result.invoked += 1
    elif key in absent_people(document):
        kind = " (absent)"
        result.absent += 1
    result.mistakes.append(f"{where}: wrongly present {found.name} ({', '.join(sorted(found.roles))}){kind}")


def _wordings(person: Expected) -> dict[str, list[str]]:
    """Each post with its other wordings: one goes with the post with which it shares the most words."""
    posts = sorted(person.posts)
    worded = {post: [post] for post in posts}
    for other in sorted(person.other_posts) if posts else ():
        nearest = max(posts, key=lambda post: len(words_of(post) & words_of(other)))
        worded[nearest].append(other)
    return worded
