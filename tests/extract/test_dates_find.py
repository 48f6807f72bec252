"""Dates in sentences: what the words alone say, and what only looks like a date; one row per phenomenon."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.dates_edtf import is_edtf
from extract.dates_find import find_dates

RULES = Path(__file__).parents[2] / "extract" / "rules"


def found(text: str) -> list[tuple[str, str, str]]:
    return [(m.surface, m.edtf, m.kind) for m in find_dates(text, 0, len(text))]


@pytest.mark.parametrize(
    ("phenomenon", "text", "surface", "edtf", "kind"),
    [
        ("month and day", "It was held on April 19. The mayor", "April 19", "XXXX-04-19", "month-day"),
        ("month, ordinal day", "held on July 17th to discuss", "July 17th", "XXXX-07-17", "month-day"),
        (
            "part of day before it",
            "On the morning of February 28, the",
            "February 28",
            "XXXX-02-28",
            "month-day",
        ),
        ("month and day as two numbers", "8 17, Linhe County held", "8 17", "XXXX-08-17", "month-day"),
        ("a slip: in for on", "In November 6th, the", "November 6th", "XXXX-11-06", "month-day"),
        ("day and month", "Town Council 29 October.", "29 October", "XXXX-10-29", "month-day"),
        ("weekday, day, month", "on Monday 21 July with", "Monday 21 July", "XXXX-07-21", "month-day"),
        (
            "weekday and comma",
            "on Tuesday, August 8, 2006 at",
            "Tuesday, August 8, 2006",
            "2006-08-08",
            "full",
        ),
        ("month, day, year", "April 19, 2018", "April 19, 2018", "2018-04-19", "full"),
        ("day, month, year", "on 19 April 2018 at", "19 April 2018", "2018-04-19", "full"),
        ("ordinal day, month, year", "on the 8th January 2020 at", "8th January 2020", "2020-01-08", "full"),
        ("day of month, year", "the 1st of July, 2021", "1st of July, 2021", "2021-07-01", "full"),
        (
            "stray blank, capitals",
            "HELD ON 20 th SEPTEMBER 2017",
            "20 th SEPTEMBER 2017",
            "2017-09-20",
            "full",
        ),
        ("short month", "URUMQI, Sept. 23 --", "Sept. 23", "XXXX-09-23", "month-day"),
        ("ISO", "date 2018-04-19 Title", "2018-04-19", "2018-04-19", "full"),
        ("ISO and clock", "2020-07-26 06:52:39 Source", "2020-07-26", "2020-07-26", "full"),
        ("Chinese left over", "2018年4月19日", "2018年4月19日", "2018-04-19", "full"),
        ("slashes, one reading", "on 19/04/2018 at", "19/04/2018", "2018-04-19", "full"),
        ("slashes, two readings", "on 03/04/2018 at", "03/04/2018", "", "full"),
        ("slashes, both the same", "on 04/04/2018 at", "04/04/2018", "2018-04-04", "full"),
        ("two days", "June 28-29, 2006", "June 28-29, 2006", "2006-06-28/2006-06-29", "full"),
        ("two days, no year", "on June 28–29 the", "June 28–29", "XXXX-06-28/XXXX-06-29", "month-day"),
        (
            "two days with 'and'",
            "on August 7 and 8, they",
            "August 7 and 8",
            "XXXX-08-07/XXXX-08-08",
            "month-day",
        ),
        (
            "articles in a range",
            "From the 3rd to the 5th of April, the",
            "3rd to the 5th of April",
            "XXXX-04-03/XXXX-04-05",
            "month-day",
        ),
        (
            "articles, a range over the end of a month",
            "from March 30 to the 2nd of April in",
            "March 30 to the 2nd of April",
            "XXXX-03-30/XXXX-04-02",
            "month-day",
        ),
        (
            "articles, two days",
            "on the 3rd and the 4th of April in",
            "3rd and the 4th of April",
            "XXXX-04-03/XXXX-04-04",
            "month-day",
        ),
        ("days before the month", "8-9 March 2021", "8-9 March 2021", "2021-03-08/2021-03-09", "full"),
        (
            "over the end of a month",
            "30 April - 2 May 2019",
            "30 April - 2 May 2019",
            "2019-04-30/2019-05-02",
            "full",
        ),
        (
            "over the end of a year",
            "December 30 to January 2, 2020",
            "December 30 to January 2, 2020",
            "2019-12-30/2020-01-02",
            "full",
        ),
        ("this year", "on April 19 this year, the", "April 19 this year", "XXXX-04-19", "month-day"),
        ("month and year", "In May 2023, the", "May 2023", "2023-05", "month"),
        ("early in a month", "in early April", "early April", "XXXX-04", "month"),
        ("ordinal after 'on'", "News on the 15th (Reporter Lin)", "the 15th", "XXXX-XX-15", "day"),
        ("ordinal before a comma", "On the 12th, Lin Hua", "the 12th", "XXXX-XX-12", "day"),
        ("ordinal before another", "On the morning of 28th, the 20th meeting", "28th", "XXXX-XX-28", "day"),
        ("comma behind the month", "on February, 1, 2021. Lin", "February, 1, 2021", "2021-02-01", "full"),
        (
            "figures as words",
            "one month eighteen day Lin Hua",
            "one month eighteen day",
            "XXXX-01-18",
            "month-day",
        ),
        (
            "twenty and more",
            "six month twenty one day, Lin",
            "six month twenty one day",
            "XXXX-06-21",
            "month-day",
        ),
        ("ordinal before a name", "On the 15th Lin Hua visited", "the 15th", "XXXX-XX-15", "day"),
        ("ordinal before an article", "On the 16th the city", "the 16th", "XXXX-XX-16", "day"),
        ("ordinal as subject", "The 15th is the day of", "The 15th", "XXXX-XX-15", "day"),
        ("afternoon of an ordinal", "On the afternoon of the 15th, the", "the 15th", "XXXX-XX-15", "day"),
        ("ordinal without article", "meets on 31st.", "31st", "XXXX-XX-31", "day"),
        ("stray blank in an ordinal", "On the 9 th, the", "the 9 th", "XXXX-XX-09", "day"),
        ("ordinal in brackets", "today (the 15th)", "the 15th", "XXXX-XX-15", "day"),
        (
            "ordinals from and to",
            "from the 15th to the 17th,",
            "the 15th to the 17th",
            "XXXX-XX-15/XXXX-XX-17",
            "day",
        ),
        ("two ordinals", "on the 15th and 16th,", "the 15th and 16th", "XXXX-XX-15/XXXX-XX-16", "day"),
        ("this month", "On the 20th of this month,", "the 20th of this month", "XXXX-XX-20", "day"),
        ("old newspapers", "on the 5th ult. at", "the 5th ult.", "XXXX-XX-05", "day"),
        ("weekday", "The premier on Monday chaired", "on Monday", "", "weekday"),
        ("weekday range", "from Monday to Tuesday.", "Monday to Tuesday", "", "weekday"),
        ("yesterday afternoon", "Yesterday afternoon, the", "Yesterday afternoon", "", "relative"),
        ("this morning", "held this morning.", "this morning", "", "relative"),
        ("today's meeting", "At today's meeting, he", "today", "", "relative"),
        ("the same day", "On the same day, they", "On the same day", "", "relative"),
        (
            "the day before yesterday",
            "was the day before yesterday.",
            "the day before yesterday",
            "",
            "relative",
        ),
        ("vague", "Recently, the mayor", "Recently", "", "vague"),
        ("year", "In 2018, the city", "2018", "2018", "year"),
        ("span of years", "from 2016 to 2020", "2016 to 2020", "2016/2020", "year"),
    ],
)
def test_dates_are_found(phenomenon: str, text: str, surface: str, edtf: str, kind: str) -> None:
    assert (surface, edtf, kind) in found(text), phenomenon


@pytest.mark.parametrize(
    ("false_friend", "text"),
    [
        ("party congress", "since the 18th National Congress of the Party"),
        ("several congresses", "the spirit of the 18th, 19th and 20th National Congresses"),
        ("a span in words", "It took one month and eighteen days"),
        ("a stay of a month", "After one month eighteen day workers left"),
        ("a series behind 'on'", "on the 18th, the 19th and the 20th National Congresses"),
        ("congress elided", "Since the 18th, the Party"),
        ("study session", "held its 19th collective study on"),
        ("five-year plan", "the 15th Five-Year Plan"),
        ("central committee", "on the 20th Central Committee's work"),
        ("executive meeting", "the 12th executive meeting of"),
        ("session", "on the 3rd session of"),
        ("festival with a place", "the curtain on the 23rd Lin River International Film Festival"),
        ("expo after 'on'", "views on the 3rd China International Expo"),
        ("forum in lower case", "a paper on the 2nd Belt and Road forum"),
        ("provincial committee after 'on'", "On the 15th Provincial Party Committee"),
        ("floor", "on the 12th floor"),
        ("rank", "which ranked the 5th in the country"),
        ("superlative", "the 15th-largest city"),
        ("anniversary", "the 70th anniversary of"),
        ("count", "the 1st five projects"),
        ("hyphenated days", "the “100-day Campaign”"),
        ("hours", "within 48 hours"),
        ("the day of a law", "the change to Decree-Law No. 6/2018, of March 14th, on aid"),
        ("the day of a law behind its year", "under Law 6/2006, of December 28th"),
        ("day as a name", "the “4.15” Education Day exhibition"),
        ("movement", "the spirit of the May 4 Movement"),
        ("medal", "the “July 1” Medal"),
        ("number of people after a month", "In May 30 people"),
        ("verb", "you may 5 times march 10 miles"),
        ("disease", "COVID-19"),
        ("no such day", "on February 30 and June 31"),
        ("no such day in that year", "February 29, 2019"),
        ("phone number", "tel. 021-2018-04-19"),
        ("address of a page", "https://lin.example/2018/04/19/a.html"),
        ("percentage", "growth in May 5%"),
        ("money", "in March 12,500 yuan"),
        ("every Friday", "every Friday the office"),
        ("first Tuesday", "the first Tuesday of each month"),
        ("today's world", "in today's world"),
        ("until today", "from then until today"),
        ("year in a name", "the 2018 Work Conference"),
        ("document number", "Notice No. 2018-19"),
    ],
)
def test_false_friends_are_no_dates(false_friend: str, text: str) -> None:
    assert [m for m in found(text) if m[2] not in ("month", "vague")] == [], false_friend


def test_two_days_that_do_not_follow_each_other_are_two_dates() -> None:
    assert [edtf for _, edtf, _ in found("on March 3 and 15, 2019")] == ["2019-03-03", "2019-03-15"]
    assert [edtf for _, edtf, _ in found("on the 8th and 12th,")] == ["XXXX-XX-08", "XXXX-XX-12"]


def test_the_weekday_is_kept() -> None:
    (mention,) = find_dates("on Monday 21 July", 0, 17)
    assert mention.weekday == 0


def test_only_the_span_given_is_read() -> None:
    text = "April 19 and May 20."
    assert [m.surface for m in find_dates(text, 9, len(text))] == ["May 20"]


def test_every_word_of_the_list_has_a_use_and_an_example() -> None:
    with (RULES / "date_words.csv").open(encoding="utf-8", newline="") as file:
        listed = list(csv.DictReader(file))
    assert {row["use"] for row in listed} == {"series", "event", "follower", "count"}
    for row in listed:
        assert row["word"] and row["word"] in row["example"], row
    keys = [(row["use"], row["word"]) for row in listed]
    assert len(keys) == len(set(keys))


PIECES = """the 15th on of and to May March April 19 2018 28-29 , . ( ) Monday Friday last this yesterday morning Congress
th 31 30 2019-02-29 12/13/2018 XXXX today's same day year ult. “ ” - Lin"""
WORDS = st.sampled_from(PIECES.split())


@given(
    st.one_of(st.text(), st.lists(WORDS, max_size=14).map(" ".join)), st.integers(0, 20), st.integers(0, 60)
)
def test_any_text_gives_true_offsets_and_valid_dates(text: str, start: int, end: int) -> None:
    last = 0
    for mention in find_dates(text, min(start, len(text)), min(end, len(text))):
        assert text[mention.start : mention.end] == mention.surface != ""
        assert start <= mention.start and mention.end <= end and last <= mention.start
        assert not mention.edtf or is_edtf(mention.edtf)
        last = mention.end


@pytest.mark.parametrize(
    ("phenomenon", "text", "edtf"),
    [
        (
            "a day and a year in words",
            "HELD THE FIRST DAY OF DECEMBER IN THE YEAR TWO THOUSAND AND FIVE",
            "2005-12-01",
        ),
        (
            "a day in words, an older year",
            "the twenty-first day of May nineteen hundred and four",
            "1904-05-21",
        ),
        ("a day in words, no year", "on the seventh day of June the board met", "XXXX-06-07"),
        ("two digits of a year, read one way", "Minutes 11/26/85", "1985-11-26"),
        (
            "month first, as the page writes elsewhere",
            "Library Minutes 06/05/2013. Minutes of May 1, 2013",
            "2013-06-05",
        ),
        (
            "day first, as the page writes elsewhere",
            "Meeting 06/05/2013. Minutes of 1 May 2013",
            "2013-05-06",
        ),
        (
            "month first, by words of American minutes",
            "Selectboard 7/9/13. Pledge of Allegiance",
            "2013-07-09",
        ),
        ("day first, by words of British minutes", "Parish Council 03/04/19. Cllr Bell spoke", "2019-04-03"),
        ("a page that does not tell", "The meeting of 03/04/19 was short", ""),
        ("a page that writes both ways", "Held 03/04/2019, after May 1, 2018 and 2 June 2018", ""),
    ],
)
def test_days_in_words_and_in_figures_of_the_page(phenomenon: str, text: str, edtf: str) -> None:
    assert found(text)[0][1] == edtf


@pytest.mark.parametrize(
    "text", ["the first day of school", "on the third day of talks", "1/2/3 of the votes"]
)
def test_days_of_events_are_no_days_in_words(text: str) -> None:
    assert found(text) == []
