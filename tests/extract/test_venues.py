"""Where a gathering was: the house or the room, a meeting by video, and the place; and words that look like one and are none."""

from __future__ import annotations

import pytest

from corpus.document import document_from_text
from extract.meeting_places import place_of
from extract.reading import read_report
from extract.venues import BY_VIDEO, venue_of
from extract.venues_found import venues_in
from extract.vocabulary import rows

ROWS = [pytest.param(row, id=row["head"]) for row in rows("venues.csv")]


@pytest.mark.parametrize("row", ROWS)
def test_a_head_of_venues_ends_or_begins_one_in_its_example(row: dict[str, str]) -> None:
    found = list(venues_in(row["example"]))
    assert [rank for rank, _ in found] == [int(row["rank"])]
    words = found[0][1].lower().split(" of ")[0] if row["head"].count(" of ") == 0 else found[0][1].lower()
    assert words.startswith(row["head"]) if row["where"] == "first" else words.endswith(row["head"])


VENUES = [
    # sentence, venue, phenomenon
    ("The plenary session met yesterday in the Tianhe Hotel in Linhe.", "Tianhe Hotel", "a hotel, then a town"),
    (
        "The work conference was held in the Red Rock Hall of the Municipal Administrative Center.",
        "Red Rock Hall of the Municipal Administrative Center",
        "a room of a house",
    ),
    ("The regular meeting was held on the above date in the Council Chambers, 14 Mill Street.", "Council Chambers", "an address"),
    ("The governor met with the chairman of Seawind at the\nBaita Hotel.", "Baita Hotel", "a line break"),
    ("The review took place at the Collectorate here today under the chairmanship of the Collector.", "Collectorate", "alone"),
    ("The congress of Qinchuan University opened in the Lianhe Hall.", "Lianhe Hall", "the university is the host"),
    ("The cabinet met at St. Anne's Palace on Monday.", "St. Anne's Palace", "an abbreviation"),
    ("The joint meeting was held in conference room 301 of the west building.", "conference room 301 of the west building", "a number"),
    ("The meeting was held on the fourth floor of the county building.", "fourth floor of the county building", "a floor"),
    ("The meeting was held in Room 302 of the Administration Building on May 11.", "Room 302 of the Administration Building", "a room first"),
    ("The council meeting was held at Guangji Temple, and all came.", "Guangji Temple", "a temple"),
    ("A monk of Guangji Temple spoke at the meeting.", "", "whose monk he is"),
    ("The meeting was held in the hall.", "", "which hall is not said"),
    ("Fang Guolin, a curator at the Northern Museum, spoke at the meeting.", "", "a place of work"),
    ("The meeting stressed that in the town hall nobody may wait.", "", "what was said"),
    ('The meeting heard him say: "I sat in the Lianhe Hall."', "", "what was quoted"),
    ("Prayers were said in a church before the meeting.", "", "any church"),
    ("In the opinion of the Finance Office the meeting was well held.", "", "an opinion"),
    ("The director of the Lianhe Hotel attended the meeting.", "", "a post"),
    ("The committee was founded in front of the hall of the people.", "", "in front of it"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "venue"), [v[:2] for v in VENUES], ids=[v[2] for v in VENUES])
def test_a_venue_is_read(sentence: str, venue: str) -> None:
    assert venue_of(sentence, [(0, len(sentence))], "meeting", only=False) == venue


PAGES = [
    # text, name of the gathering, the only one, venue, phenomenon
    ("Venue: Room 3, Harbour House\nDate: 4 May\nThe meeting heard reports.", "meeting", True, "Room 3, Harbour House", "a label"),
    ("Date: 4 May    Location: Zoom    Chair: Cllr Reed\n", "meeting", True, "Zoom", "labels in one line"),
    ("HARBOUR COMMISSION\nMINUTES\nMoss Room - Town Hall\nThe meeting heard reports.", "meeting", True, "Moss Room", "a line of its own in minutes"),
    ("HARBOUR COMMISSION\nMoss Room - Town Hall\nThe meeting heard reports.", "meeting", True, "", "no minutes"),
    ("Venue: Room 3, Harbour House\nTwo meetings were held.", "meeting", False, "", "a label of which of the two"),
    ("Minutes of the meeting held on Tuesday 4 May\nat the Mill School\n\nPresent: A, B", "meeting", True, "Mill School", "a heading"),
    ("The conference was held in the form of video.", "conference", True, BY_VIDEO, "held by video"),
    ("The city held a video conference on typhoon defence.", "video conference on typhoon defence", True, BY_VIDEO, "by its name"),
    ("Luo Yan joined by video link from Linhe.", "meeting", True, "", "one person by video"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "only", "venue"), [p[:4] for p in PAGES], ids=[p[4] for p in PAGES])
def test_a_venue_is_read_from_the_page(text: str, name: str, only: bool, venue: str) -> None:
    body = text.rfind("\n") + 1 if text.startswith(("Venue", "Date", "Minutes")) else 0
    assert venue_of(text, [(body, len(text))], name, only=only) == venue


PLACES = [
    # sentence, a visit, dateline, place, phenomenon
    ("The forum was held in Lanzhou on Friday.", False, "", "Lanzhou", "held in a town"),
    (
        "The two sides met here on Friday.",
        False,
        "NANNING",
        "Nanning",
        "'here' is where the report was filed",
    ),
    (
        "The ambassador to South Africa attended the talks.",
        False,
        "",
        "",
        "where an ambassador is accredited",
    ),
    ("A meeting was held on Friday.", False, "MUSCAT", "Muscat", "no other place is told"),
    ("He visited Lanzhou on Friday.", True, "", "Lanzhou", "a visit's aim"),
    ("He visited villages on Friday.", True, "MUSCAT", "", "a visit need not be where it was told"),
    ("The meeting said that in Lanzhou prices rose.", False, "", "", "what was said"),
    ("The talks were held at the Lotus Palace, Jakarta.", False, "", "Jakarta", "behind the venue"),
    ("The meeting was held at Qingyang Temple.", False, "", "", "a temple called after a town"),
    (
        "The meeting was held at the Lhasa Hotel in Chengdu.",
        False,
        "",
        "Chengdu",
        "a hotel called after a town",
    ),
    ("He visited the Lanzhou project on Friday.", True, "", "", "works called after a town"),
    ("The meeting heard the mayor of Lanzhou.", False, "", "", "a post"),
    ("He met the consul general of India in Guangzhou.", False, "", "", "where a consul is posted"),
    (
        "He visited the Indian consulate in Guangzhou.",
        True,
        "",
        "Guangzhou",
        "a house where a consul is posted",
    ),
    ("The two sides met here on Friday.", False, "ELMFIELD", "Elmfield", "a town that the gazetteer lacks"),
    ("The two sides met here on Friday.", False, "SHUIXI", "Shuixi", "a town that the gazetteer lacks"),
    ("The two sides met here on Friday.", False, "VGP", "", "an agency, no town"),
]


@pytest.mark.parametrize(
    ("sentence", "visit", "dateline", "place"), [p[:4] for p in PLACES], ids=[p[4] for p in PLACES]
)
def test_a_place_is_read(sentence: str, visit: bool, dateline: str, place: str) -> None:
    assert place_of(sentence, [(0, len(sentence))], [], visit=visit, dateline=dateline) == place


def test_words_of_a_name_are_no_place() -> None:
    sentence = "The meeting was held at Jin Chang's request."
    at = sentence.index("Jin")
    assert place_of(sentence, [(0, len(sentence))], [(at, at + len("Jin Chang"))]) == ""


def test_where_the_absent_are_the_gathering_is_not() -> None:
    text = (
        "The Council of Ministers, chaired by Prime Minister Samir Haddad, approved the budget on May 4, 2023. "
        "Finance Minister Ziad Nasser was absent, travelling in Paris.\n"
    )
    (meeting,) = read_report(document_from_text(text, path="a.txt"), None).meetings
    assert meeting.place == ""
