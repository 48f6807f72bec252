"""What a post is for: a minister's portfolio is the ministry, the field of any other post a part of its title."""

from __future__ import annotations

import pytest

from extract.countries import country_first, country_last, country_of
from extract.field_words import has_head, is_field_of_work
from extract.post_fields import is_short_for
from extract.posts import read_post
from extract.vocabulary import rows

MINISTERS = [
    # phrase, title, body, phenomenon
    ("Foreign Minister", "Minister", "Ministry of Foreign Affairs", "in front"),
    ("Minister of Foreign Affairs", "Minister", "Ministry of Foreign Affairs", "behind 'of'"),
    ("Minister for Works and Housing", "Minister", "Ministry of Works and Housing", "behind 'for'"),
    ("the Ruritanian Home Minister", "Ruritanian Home Minister", "", "an unknown people: as printed"),
    ("the Danish Home Minister", "Minister", "Ministry of Home Affairs of Denmark", "a people in front"),
    ("Peru's Minister of Mines", "Minister", "Ministry of Mines of Peru", "whose"),
    (
        "Minister of Oil of the State of Kuwait",
        "Minister",
        "Ministry of Oil of Kuwait",
        "the full name of a country",
    ),
    ("Minister for Trade, Uganda", "Minister", "Ministry of Trade of Uganda", "a country behind a comma"),
    ("Federal Finance Minister", "Federal Minister", "Ministry of Finance", "the sort of minister"),
    ("Deputy Foreign Minister", "Deputy Minister", "Ministry of Foreign Affairs", "his deputy"),
    ("Acting Minister of Sport", "Acting Minister", "Ministry of Sport", "who acts"),
    ("Minister of State for Ports", "Minister of State", "Ministry of Ports", "of state"),
    ("Minister of the Interior", "Minister", "Ministry of the Interior", "with the article of its name"),
    ("Minister in charge of Water", "Minister", "Ministry of Water", "in charge of"),
    (
        "Minister of Local Government",
        "Minister",
        "Ministry of Local Government",
        "a body's noun in a portfolio",
    ),
    ("Minister of Public Administration", "Minister", "Ministry of Public Administration", "another"),
    ("Cabinet Secretary for Health", "Cabinet Secretary", "Ministry of Health", "by another title"),
    (
        "Minister of State for Trade at the Ministry of Industry",
        "Minister of State",
        "Ministry of Industry",
        "the ministry told",
    ),
    # near misses
    (
        "Minister of the Publicity Department",
        "Minister",
        "Publicity Department",
        "a department is no portfolio",
    ),
    (
        "Minister of the Ministry of Water Resources",
        "Minister",
        "Ministry of Water Resources",
        "nor is a ministry",
    ),
    ("Upper Regional Minister", "Upper Regional Minister", "", "nor a region"),
    ("Prime Minister", "Prime Minister", "", "of no portfolio"),
    ("Chief Minister", "Chief Minister", "", "nor this"),
]


@pytest.mark.parametrize(
    ("phrase", "title", "body", "phenomenon"), MINISTERS, ids=[row[3] for row in MINISTERS]
)
def test_a_portfolio_is_the_ministry(phrase: str, title: str, body: str, phenomenon: str) -> None:
    post = read_post(phrase, 0, len(phrase))
    assert post is not None
    assert (post.title, post.body) == (title, body)


FIELDS = [
    ("Finance Director", "Finance Director", "", "a field in front"),
    ("Director of Finance", "Director of Finance", "", "a field behind"),
    ("Director of Nursing and Quality", "Director of Nursing and Quality", "", "two fields"),
    ("Chief Finance Officer", "Chief Finance Officer", "", "with a modifier"),
    ("Lay Member", "Lay Member", "", "what sort of member"),
    ("Permanent Secretary for Trade", "Permanent Secretary for Trade", "", "a secretary has no ministry"),
    ("Finance Director of the Water Company", "Finance Director", "Water Company", "a field and a body"),
    (
        "Director of Public Relations, Elm Students Association",
        "Director of Public Relations",
        "Elm Students Association",
        "a body behind the field",
    ),
    (
        "Chief of Protocol at the Office of the Mayor",
        "Chief of Protocol",
        "Office of the Mayor",
        "a body behind 'at'",
    ),
    ("Elm Area Engineer", "Elm Area Engineer", "", "whatever an engineer is called by"),
    (
        "Deputy Supreme Commander of the Armed Forces",
        "Deputy Supreme Commander",
        "Armed Forces",
        "in the middle of the title",
    ),
    (
        "Associate Vice Chancellor, Academic Affairs, Chancellor's Office",
        "Associate Vice Chancellor, Academic Affairs",
        "Chancellor's Office",
        "a possessive is no title",
    ),
    ("Legislative Assistant (1)4", "Legislative Assistant", "", "the number of a place"),
    ("Representative of the High Commissioner", "Representative of the High Commissioner", "", "whose"),
    ("Attorney General of the Federation", "Attorney General", "", "of the state itself"),
    # near misses
    ("Director of the Finance Bureau", "Director", "Finance Bureau", "a body"),
    ("Manager of the Parks Division", "Manager", "Parks Division", "a division"),
    ("Chair of the Federal Reserve", "Chair", "Federal Reserve", "a body without a head noun"),
    ("Tarim Cotton Mill Manager", "Manager", "Tarim Cotton Mill", "a firm"),
    (
        "director of the Culture, Radio and Television Bureau",
        "Director",
        "Culture, Radio and Television Bureau",
        "commas in a body's name",
    ),
    ("Party secretary of the college", "Secretary", "Party Committee of College", "of its Party committee"),
    (
        "Party secretary of the CPC Linhe Municipal Committee",
        "Secretary",
        "CPC Linhe Municipal Committee",
        "of a Party committee",
    ),
    ("Anhui provincial Party secretary", "Secretary", "Anhui Provincial Party Committee", "with the place"),
    (
        "standing committee member of the Municipal Committee",
        "Member",
        "Standing Committee of Municipal Committee",
        "'standing' is the committee's",
    ),
    (
        "prefecture deputy Party secretary",
        "Deputy Secretary",
        "Prefecture Party Committee",
        "a deputy of the Party's",
    ),
    (
        "standing member of the Municipal Party Committee",
        "Member",
        "Standing Committee of the Municipal Party Committee",
        "a standing member",
    ),
    ("Chairman McKenna", "Chairman", "", "a surname is no body"),
    ("Chinese Vice Premier", "Vice Premier", "China", "a people is a country"),
]


@pytest.mark.parametrize(("phrase", "title", "body", "phenomenon"), FIELDS, ids=[row[3] for row in FIELDS])
def test_a_field_of_work_is_no_body(phrase: str, title: str, body: str, phenomenon: str) -> None:
    post = read_post(phrase, 0, len(phrase))
    assert post is not None
    assert (post.title, post.body) == (title, body)


ENVOYS = [
    (
        "Ambassador of the United States to Mongolia",
        "Ambassador to Mongolia",
        "United States",
        "sent and received",
    ),
    ("Chinese Ambassador to Peru", "Ambassador to Peru", "China", "a people in front"),
    ("Fiji's High Commissioner to India", "High Commissioner to India", "Fiji", "whose"),
    ("the Kingdom's Ambassador to Egypt", "Ambassador to Egypt", "", "a kingdom that is not named"),
    ("Ambassador of Peru", "Ambassador", "Peru", "sent alone"),
]


@pytest.mark.parametrize(("phrase", "title", "body", "phenomenon"), ENVOYS, ids=[row[3] for row in ENVOYS])
def test_an_envoy_is_sent_to_a_country_by_another(
    phrase: str, title: str, body: str, phenomenon: str
) -> None:
    post = read_post(phrase, 0, len(phrase))
    assert post is not None
    assert (post.title, post.body) == (title, body)


@pytest.mark.parametrize("row", list(rows("fields.csv")), ids=lambda row: row["word"])
def test_a_field_makes_no_body_of_its_example(row: dict[str, str]) -> None:
    post = read_post(row["example"], 0, len(row["example"]))
    assert row["word"] in row["example"].lower()
    assert post is not None
    assert (post.body, post.whole) == ("", True)


@pytest.mark.parametrize("row", list(rows("named_bodies.csv")), ids=lambda row: row["name"])
def test_a_named_body_is_one_without_a_head_noun(row: dict[str, str]) -> None:
    assert has_head(row["name"].title())
    post = read_post(row["example"], 0, len(row["example"]))
    assert post is not None
    assert row["name"] in post.body.lower()


@pytest.mark.parametrize("row", list(rows("ministries.csv")), ids=lambda row: row["field"])
def test_a_portfolio_that_is_shorter_than_the_ministry(row: dict[str, str]) -> None:
    post = read_post(row["example"], 0, len(row["example"]))
    assert post is not None
    assert post.body == f"Ministry of {row['ministry']}"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Kuwait's", "Kuwait"),
        ("the Socialist Republic of Vietnam", "Vietnam"),
        ("Lao People's Democratic Republic", "Laos"),
        ("Democratic Republic of Congo", "Democratic Republic of the Congo"),
        ("Chinese", "China"),
        ("US", "United States"),
        ("us", ""),
        ("China Railway", ""),
        ("Kingdom", ""),
    ],
)
def test_a_country_is_known_by_all_its_names(words: str, expected: str) -> None:
    assert country_of(words) == expected


def test_a_country_opens_or_ends_the_words() -> None:
    assert country_first("Saudi Arabia's Foreign") == ("Saudi Arabia", "Foreign")
    assert country_first("Harbour Foreign") == ("", "Harbour Foreign")
    assert country_last("Trade, South Sudan") == ("Trade", "South Sudan")
    assert country_last("Trade of the Republic of Zambia") == ("Trade", "Zambia")
    assert country_last("Trade") == ("Trade", "")


def test_a_field_has_no_head_noun() -> None:
    assert is_field_of_work("Cabinet Affairs")
    assert not is_field_of_work("Provincial")
    assert not is_field_of_work("Elm Affairs")
    assert not has_head("Cabinet Affairs")
    assert has_head("Bureau of Cabinet Affairs")


def test_the_officer_is_the_returning_officer() -> None:
    assert is_short_for("officer", "Returning Officer")
    assert is_short_for("Director", "Director of Finance")
    assert not is_short_for("Director", "Directorate Secretary")
