"""Role verbs and their people: who chaired, spoke, attended, observed, led, accompanied, was absent."""

from __future__ import annotations

import pytest
from marked import acts, told

ROLES = [
    ("active", "[Fang Guolin] presided over the meeting.", {"Fang Guolin": {"chaired"}}),
    (
        "two verbs of one subject",
        "[Fang Guolin] presided over the meeting and delivered a speech.",
        {"Fang Guolin": {"chaired", "spoke"}},
    ),
    (
        "two clauses, two subjects",
        "[Fang Guolin] presided over the meeting, and [Qiu Min] made a work report.",
        {"Fang Guolin": {"chaired"}, "Qiu Min": {"reported"}},
    ),
    (
        "passive with a post",
        "The session was chaired by [Fang Guolin], secretary of the county party committee.",
        {"Fang Guolin": {"chaired"}},
    ),
    (
        "passive attendance list",
        "The forum was attended by [Fang Guolin], [Qiu Min] and [Tao Wen].",
        {"Fang Guolin": {"attended"}, "Qiu Min": {"attended"}, "Tao Wen": {"attended"}},
    ),
    (
        "inverted",
        "Attending the meeting were [Fang Guolin], mayor, and [Qiu Min].",
        {"Fang Guolin": {"attended"}, "Qiu Min": {"attended"}},
    ),
    (
        "gerund in front",
        "When presiding over the study, [Fang Guolin], secretary of the party group, stressed unity.",
        {"Fang Guolin": {"chaired"}},
    ),
    (
        "non-voting delegates",
        "[Fang Guolin] and [Qiu Min] attended the meeting as non-voting delegates.",
        {"Fang Guolin": {"observed"}, "Qiu Min": {"observed"}},
    ),
    (
        "accompanied by",
        "[Fang Guolin], accompanied by [Qiu Min] and [Tao Wen], inspected the reservoir.",
        {"Fang Guolin": {"led"}, "Qiu Min": {"accompanied"}, "Tao Wen": {"accompanied"}},
    ),
    (
        "met with",
        "Mayor [Fang Guolin] met with the ambassador [Qiu Min] in the city hall.",
        {"Fang Guolin": {"attended"}, "Qiu Min": {"attended"}},
    ),
    (
        "in the chair",
        "The members met on Saturday with the Mayor, [P. Lane], in the chair.",
        {"P. Lane": {"chaired"}},
    ),
    (
        "apologies",
        "Apologies were received from [Fang Guolin] and [Qiu Min].",
        {"Fang Guolin": {"absent"}, "Qiu Min": {"absent"}},
    ),
    (
        "on the rostrum",
        "Seated on the rostrum were [Fang Guolin] and [Qiu Min].",
        {"Fang Guolin": {"attended"}, "Qiu Min": {"attended"}},
    ),
    ("and others", "[Fang Guolin] and others attended the meeting.", {"Fang Guolin": {"attended"}}),
    ("future", "[Fang Guolin] will attend the meeting next week.", {}),
    ("obligation", "[Fang Guolin] should preside over the meeting.", {}),
    ("perfect", "[Fang Guolin] had attended the meeting in spring.", {}),
    ("attended a school", "[Fang Guolin] attended the Party School of the province.", {}),
    ("did not attend", "[Fang Guolin] did not attend the meeting.", {"Fang Guolin": {"absent"}}),
    ("quotation", "“[Fang Guolin] attended the meeting,” read the old poster.", {}),
]


@pytest.mark.parametrize(("phenomenon", "sentence", "expected"), ROLES, ids=[row[0] for row in ROLES])
def test_roles_go_to_the_people_of_their_clause(
    phenomenon: str, sentence: str, expected: dict[str, set[str]]
) -> None:
    assert told(sentence) == expected


def test_a_collective_stays_a_collective() -> None:
    sentence = "[Fang Guolin] and other city leaders attended the meeting."
    groups = [entry.group for act in acts(sentence) for entry in act.entries if entry.group]
    assert groups == ["other city leaders"]


def test_a_speaker_who_only_said_something_is_marked_soft() -> None:
    (act,) = acts("[Fang Guolin] stressed that the dykes must be watched.")
    assert (act.role, act.strength) == ("spoke", "soft")
