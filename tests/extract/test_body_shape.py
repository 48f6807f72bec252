"""What can be the name of a body, and what a list or a heading put round it."""

from __future__ import annotations

import pytest

from extract.body_shape import shaped

PEOPLE = ("Ann Fell", "Kwame Adjei", "Sun Heng")
SHAPES = [
    # words, body, phenomenon
    ("Minutes of Elm Town Council", "Elm Town Council", "the minutes of it"),
    ("Planning Board Mins", "Planning Board", "a short word behind"),
    ("In the Council", "Council", "small words in front"),
    ("MeetingCity Council", "City Council", "glued by the page"),
    ("1 South Elm County Council", "South Elm County Council", "the number of an item"),
    ("(1)9 Senior Council", "Senior Council", "the number of a place"),
    (", 2009-2010 University Senate", "University Senate", "a term"),
    ("58th Regular Meeting of the Council for Trade", "Council for Trade", "a meeting of it"),
    (
        "Board of Commissioners of Elm County, Conducted",
        "Board of Commissioners of Elm County",
        "a verb behind",
    ),
    ("Full Council", "Council", "the whole of it"),
    ("Public Service Commission, Senator the", "Public Service Commission", "the next person's address"),
    (
        "Ministry of Trade and Ruritanian Ambassador to Fiji",
        "Ministry of Trade and Ruritanian Ambassador to Fiji",
        "an unknown people: left alone",
    ),
    ("Ministry of Trade and Danish Ambassador to Fiji", "Ministry of Trade", "another post behind 'and'"),
    ("Municipal Party Committee and Mayor", "Municipal Party Committee", "a bare title behind 'and'"),
    ("Lanzhou and Co-President of Metropolis", "Lanzhou", "a title with a prefix"),
    ("Elm Town Council Mayor", "Elm Town Council", "a title at its end"),
    ("Foreign Office Kwame Adjei", "Foreign Office", "a person's name behind"),
    ("Kwame Adjei Elm Town Council", "Elm Town Council", "a person's name in front"),
    ("Health Board Dr. Moss", "Health Board", "a form of address"),
    # no body at all
    ("and Asiedu Fell", "", "what stands behind 'and'"),
    ("Tan Sri", "", "forms of address"),
    ("in", "", "a small word"),
    ("Mayor", "", "a title"),
    ("Conference", "", "a gathering"),
    ("Senior Officials Meeting", "", "a gathering with more words"),
    ("Press", "", "a crowd"),
    ("Ann Moss President and Carl Bell Secretary of the Senate", "", "people with their posts"),
    ("Fell, Elm Advertiser", "", "a list without a head noun"),
    ("Ann Fell", "", "a person"),
    ("'-", "", "signs"),
    # near misses: bodies that look alike
    ("Office of the Prime Minister", "Office of the Prime Minister", "a title inside"),
    ("Office of the Deputy Chief Secretary", "Office of the Deputy Chief Secretary", "with modifiers"),
    ("Office of the Elm Secretary of State", "Office of the Elm Secretary of State", "with a place"),
    ("Governor's Office", "Governor's Office", "a possessive"),
    ("Secretary General Office", "Secretary General Office", "a title that goes on"),
    ("Council of Ministers", "Council of Ministers", "people in the plural"),
    ("Board of Directors", "Board of Directors", "more of them"),
    ("Ministry of State President", "Ministry of State President", "a ministry's portfolio"),
    ("Ministry of Law, Justice and Works", "Ministry of Law, Justice and Works", "a title that is a field"),
    ("16th County People's Congress", "16th County People's Congress", "its own number"),
    ("No. 2 Middle School", "No. 2 Middle School", "a school's number"),
    ("Regiment 29", "Regiment 29", "a regiment's number"),
    ("Sun Heng Foundation", "Sun Heng Foundation", "named after a person"),
    ("Lok Sabha", "Lok Sabha", "no head noun in English"),
    ("ACFIC", "ACFIC", "letters"),
    ("Water Group Co., Ltd.", "Water Group Co., Ltd.", "a full stop of its own"),
    (
        "Federation of Trade Unions and Women's Federation",
        "Federation of Trade Unions and Women's Federation",
        "'and' between bodies",
    ),
]


@pytest.mark.parametrize(("words", "body", "phenomenon"), SHAPES, ids=[row[2] for row in SHAPES])
def test_a_body_is_cut_out_of_the_words_round_it(words: str, body: str, phenomenon: str) -> None:
    assert shaped(words, PEOPLE) == body


@pytest.mark.parametrize("words", sorted({body for _, body, _ in SHAPES if body}))
def test_what_is_cut_out_stays(words: str) -> None:
    assert shaped(words, PEOPLE) == words
