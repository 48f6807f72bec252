"""Post phrases: which words are the title, which the body."""

from __future__ import annotations

import pytest

from extract.post_words import level_of, normal_case
from extract.posts import read_post

POSTS = [
    # phrase, title, body, phenomenon
    ("secretary of the county party committee", "Secretary", "County Party Committee", "title of body"),
    ("the deputy director of the Water Bureau", "Deputy Director", "Water Bureau", "modifier and article"),
    ("Municipal Party Committee Secretary", "Secretary", "Municipal Party Committee", "body before title"),
    ("Provincial Party Committee member", "Member", "Provincial Party Committee", "body before a low title"),
    (
        "party committee secretary of Anning City",
        "Secretary",
        "Anning City Party Committee",
        "body on one side, place on the other",
    ),
    ("Party Group member at the Audit Office", "Member", "Party Group of Audit Office", "body on both sides"),
    ("the vice provincial governor", "Vice Governor", "", "modifier apart from its head"),
    ("mayor of the city", "Mayor", "", "a level alone is no body"),
    (
        "state secretary at the Ministry of the Interior",
        "State Secretary",
        "Ministry of the Interior",
        "a secretary of state's deputy",
    ),
    ("mayor of the Kenyan capital Nairobi", "Mayor", "Nairobi", "a capital by its country and its name"),
    ("governor of Norway's capital city of Oslo", "Governor", "Oslo", "a capital behind a possessive"),
    ("president of Dorran Capital Markets", "President", "Dorran Capital Markets", "capital of another kind"),
    ("vice governors", "Vice Governor", "", "plural"),
    (
        "Secretary General of the Provincial Government",
        "Secretary General",
        "Provincial Government",
        "title of two words",
    ),
    (
        "member of the Standing Committee of the Municipal Party Committee",
        "Member",
        "Standing Committee of the Municipal Party Committee",
        "nested bodies",
    ),
    (
        "director of the Department of Culture and Tourism",
        "Director",
        "Department of Culture and Tourism",
        "'and' inside a body",
    ),
    (
        "secretary of its Discipline Inspection Commission",
        "Secretary",
        "Discipline Inspection Commission",
        "its",
    ),
    ("Defence Minister General", "Minister", "Ministry of Defence", "a rank behind a post"),
    (
        "discipline secretary of Hongtong",
        "Secretary",
        "Hongtong Discipline Inspection Commission",
        "discipline",
    ),
    ("armed minister", "Minister", "People's Armed Forces Department", "an office by its field"),
    (
        "municipal organization minister",
        "Minister",
        "Municipal Organization Department",
        "its level in front",
    ),
    ("minister of water", "Minister", "Ministry of Water", "no Party office"),
    ("head of the organization", "Head", "Organization", "any organization"),
    (
        "Luohu Party chief",
        "Secretary",
        "Luohu Party Committee",
        "a Party chief of a Chinese place is the secretary",
    ),
    ("Labour Party chief", "Chief", "Labour Party", "a party of another country"),
    ("deputy group leader", "Deputy Leader", "Group", "a deputy leader is a post"),
    ("vice-chairwoman of the county committee", "Vice-Chairwoman", "County Committee", "with a hyphen"),
    (
        "Malaysia's Minister of Transport",
        "Minister",
        "Ministry of Transport of Malaysia",
        "possessor in front",
    ),
]


@pytest.mark.parametrize(("phrase", "title", "body", "phenomenon"), POSTS, ids=[p[3] for p in POSTS])
def test_a_post_is_read_into_title_and_body(phrase: str, title: str, body: str, phenomenon: str) -> None:
    post = read_post(phrase, 0, len(phrase))
    assert post is not None
    assert (post.title, post.body) == (title, body)


@pytest.mark.parametrize("phrase", ["the reservoir", "Provincial Party Committee", "of the"])
def test_words_without_a_title_are_no_post(phrase: str) -> None:
    assert read_post(phrase, 0, len(phrase)) is None


LEVELS = [
    ("Provincial Party Committee", "provincial"),
    ("Standing Committee of the Municipal People's Congress", "municipal"),
    ("County Water Bureau", "county"),
    ("Central Leading Group", "central"),
    ("Water Group Company", ""),
    ("Vice Governor", "provincial"),
    ("Lishui Municipal Leading Group for Village Clinics", "municipal"),  # what it is for says no level
    ("Working Group for County Hospitals", "county"),
    ("Kaduna State Executive Council", ""),  # a state of a federation
    ("Overseas Office of the State Council", "central"),
    ("China's State Council", "central"),
    ("Central and State Organs", "central"),
    ("Arab League", ""),
    ("Communist Youth League", ""),
    ("Youth League Municipal Committee", "municipal"),
    ("Ordos League Party Committee", "municipal"),
]


@pytest.mark.parametrize(("words", "level"), LEVELS)
def test_the_words_of_a_body_say_its_level(words: str, level: str) -> None:
    assert level_of(words) == level


def test_names_are_written_as_titles_are_printed() -> None:
    assert normal_case("standing committee of the cpc committee") == "Standing Committee of the CPC Committee"
    assert normal_case("HARBOUR BOARD") == "Harbour Board"
    assert normal_case("ECOWAS Commission") == "ECOWAS Commission"
    assert normal_case("MINISTRY of Trade") == "Ministry of Trade"
