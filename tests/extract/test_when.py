"""Which day a gathering is given: stamps, datelines and anchors around the sentence that reports it."""

from __future__ import annotations

import pytest

from corpus.document import document_from_text
from extract.reading import read_report

HELD = "The Water Board met in Linhe on Monday. Fang Guolin presided over the meeting."
ROWS = [
    ("Water news\n\n16 May 2023\n\n" + HELD, ["2023-05-15"], "a stamp above is the page's date"),
    (HELD + "\n\nPublished in the newspaper, May 16th, 2023", ["2023-05-15"], "a stamp below"),
    (
        HELD
        + "\n\nThe accounts that it has published since 1923 lie open to whoever asks for them at the counter.",
        [None],
        "a year in running text is no stamp",
    ),
    (
        "Released: 2022-10-13 11:20\n\nOn October 11 Fang Guolin visited the mill at Linhe. He weighed a sack. He counted the carts. He spoke with "
        "the miller. The next day he presided over a symposium.",
        ["2022-10-11", "2022-10-12"],
        "the next day, counted from some sentences before",
    ),
    (
        "LINHE, Apr. 26 -- The Safety Board held its 2nd plenary meeting of 2023 on Tuesday. Fang Guolin presided over the meeting.",
        ["2023-04-25"],
        "the year behind the meeting's name dates the weekday",
    ),
    (
        "LINHE, Apr. 26 -- The Safety Board held its 2nd plenary (very much enlarged) meeting of 2023 on Tuesday. Fang Guolin presided over the meeting.",
        ["2023-04-25"],
        "the same behind a bracket",
    ),
    (
        "15 July 2015\n\n2021-12-08 Download\n\nOn December 7 Fang Guolin presided over a meeting of the province.",
        ["2021-12-07"],
        "of two stamps of two years the one right behind the day",
    ),
    (
        "15 July 2015\n\n2021-10-28 Download\n\nOn December 7 Fang Guolin presided over a meeting of the province.",
        ["XXXX-12-07"],
        "two stamps of two years, neither right behind the day, say neither",
    ),
    (
        "9 December 2015\n\n2021-12-08 Download\n\nOn December 7 Fang Guolin presided over a meeting of the province.",
        ["XXXX-12-07"],
        "two stamps of two years, both right behind the day, say neither",
    ),
    (
        "2023-08-05\n\nAugust 4, [Linhe] - The party group of the city government held a meeting this morning. Fang Guolin presided over the meeting.",
        ["2023-08-04"],
        "this morning, of the day that heads the paragraph",
    ),
    (
        "2023-08-05\n\nThe party group of the city government held a meeting this morning. Fang Guolin presided over the meeting.",
        ["2023-08-05"],
        "this morning, of the page's day",
    ),
    (
        "On July 29 and 30 the leaders called on the troops. Secretary Fang Guolin visited a brigade on the morning of July 29. Mayor Tan Heng on the 30th came to "
        "the Armed Police detachment in Linhe.",
        ["XXXX-07-29", "XXXX-07-30"],
        "a visit of another leader on another day",
    ),
    (
        "The congress of Linhe opened on January 16. On January 15 the congress held a preparatory meeting. Fang Guolin presided over the meeting.",
        ["XXXX-01-16", "XXXX-01-15"],
        "another gathering of the same body, with an article, on another day",
    ),
    (
        "Today is 2020-8-28\n\nOn January 4, Fang Guolin presided over the first executive meeting in 2023.",
        ["2023-01-04"],
        "the clock of a site is no page date, and the year behind the meeting is its own",
    ),
    (
        "Source: Linhe Daily Date:2022-03-20 12:00:16 Fonts: Small\n\nOn the afternoon of March 19, Fang Guolin visited the works in Linhe.",
        ["2022-03-19"],
        "a labelled stamp behind another field",
    ),
    (
        "On 24th, April, Fang Guolin visited the works in Linhe.",
        ["XXXX-04-24"],
        "a comma between day and month",
    ),
    (
        "Fang Guolin, who was elected mayor on October 18, presided over a meeting in Linhe.",
        [None],
        "the day of an election, told of whoever presides",
    ),
    (
        "Fang Guolin met with Tan Heng, who was sworn in as premier on October 18, 2022, in Linhe.",
        [None],
        "the day of an oath, told of who is met",
    ),
    (
        "Fang Guolin, born on October 18, presided over a meeting in Linhe.",
        [None],
        "the day of a birth, in front of the meeting",
    ),
    (
        "Fang Guolin, who was elected chairman at the meeting on October 18, presided over the meeting in Linhe.",
        ["XXXX-10-18"],
        "an election at the meeting is of its day",
    ),
    (
        "2023-05-16\n\nFang Guolin is presiding over the Water Board meeting in Linhe. Tan Heng attended the meeting.",
        ["2023-05-16"],
        "a meeting that goes on while the page is written",
    ),
    (
        "2023-05-16\n\nFang Guolin presided over the Water Board meeting in Linhe. Tan Heng attended the meeting.",
        [None],
        "a meeting that is over when the page is written is not of the page's day",
    ),
    (
        "2023-05-16\n\nFang Guolin presided over a meeting in Linhe yesterday (12 May). Tan Heng attended the meeting.",
        ["2023-05-12"],
        "yesterday, with its day in brackets",
    ),
    (
        "2023-05-16\n\nFang Guolin presided over a meeting in Linhe yesterday (his 12 May speech is on another page).",
        ["2023-05-15"],
        "yesterday, with something else in brackets",
    ),
    (
        "Fang Guolin presided over a meeting in Linhe on the Sports Day that is to be held in Shuixi on August 6, 2022. Tan Heng attended the meeting.",
        [None],
        "the day of what is to be held is not the meeting's",
    ),
    (
        "Mayor Fang Guolin has held office since September 13, 2022, and lives in Linhe. On Tuesday, September 27, Fang Guolin presided over a cabinet meeting.",
        ["2022-09-27"],
        "the year of the date before it, in which the day is that weekday",
    ),
    (
        "Mayor Fang Guolin has held office since September 13, 2022, and lives in Linhe. On Monday, September 27, Fang Guolin presided over a cabinet meeting.",
        ["XXXX-09-27"],
        "the day is not that weekday in the year of the date before it",
    ),
    (
        "On April 17 Fang Guolin presided over the armament work meeting to sum up the results in 2023 and plan for 2024.",
        ["XXXX-04-17"],
        "the year of the results that a meeting sums up is not its own",
    ),
    (
        "Water news\n\n05-09-2023 Water Board\n\nOn August 29, Fang Guolin presided over a symposium in Linhe.",
        ["2023-08-29"],
        "a stamp that can be read two ways, of which one is right behind the day",
    ),
    (
        "Water news\n\n05-03-2023 Water Board\n\nOn August 29, Fang Guolin presided over a symposium in Linhe.",
        ["XXXX-08-29"],
        "a stamp that can be read two ways, neither right behind the day",
    ),
    (
        "Water Board studies the dykes2022-06-14 15:04:44\n\nOn June 6, Fang Guolin presided over a symposium in Linhe.",
        ["2022-06-06"],
        "a stamp glued to the headline",
    ),
    (
        "On Jan 7,2009, Fang Guolin presided over a symposium in Linhe.",
        ["2009-01-07"],
        "no blank between day and year",
    ),
    (
        "Leaders hold talks\n\nBy WY - Dec 23,2020 - Last updated at Dec 23,2020\n\nFang Guolin presided over a symposium in Linhe on Monday.",
        ["2020-12-21"],
        "a page stamped twice in one line",
    ),
    (
        "On July 21 Fang Guolin presided over the seventh executive meeting of the county government in 2021 to study the dykes.",
        ["2021-07-21"],
        "the year of the meeting stands before its purpose",
    ),
    (
        "8 17, Linhe County held a work conference in the county hall. Fang Guolin presided over the meeting.",
        ["XXXX-08-17"],
        "month and day as two numbers at the head of a paragraph",
    ),
    (
        "Linhe Daily, January 11 (Reporters Tana, Wu Yan) The presidium met yesterday afternoon in Linhe. Fang Guolin took the chair.",
        ["XXXX-01-10"],
        "yesterday, counted from a dateline with a reporter of one name",
    ),
    (
        "LINHE, Sept. 4 - The storm came nearer that day to the coast of the whole county. Yesterday Fang Guolin presided over a council meeting in Linhe.",
        ["XXXX-09-03"],
        "yesterday, counted from a dateline that ends in one hyphen",
    ),
    (
        "Convened on the evening of November 3, 2021, the municipal teleconference studied the dykes. Fang Guolin presided over it.",
        ["2021-11-03"],
        "a participle that opens the sentence",
    ),
    (
        "The district committee held the mobilization and deployment meeting for the first round of inspection on March 5, 2019. Tan Heng attended the meeting.",
        ["2019-03-05"],
        "a deployment meeting is not cited by its own name",
    ),
    (
        "Tan Heng presided over the meeting. It carried out the deployments of the session of March 5, 2019.",
        [None],
        "the day of the session whose deployments are carried out",
    ),
]


@pytest.mark.parametrize(("text", "days", "phenomenon"), ROWS, ids=[row[2] for row in ROWS])
def test_the_day_of_a_gathering(text: str, days: list[str | None], phenomenon: str) -> None:
    report = read_report(document_from_text(text + "\n", path="a.txt"), None)
    assert [meeting.date for meeting in report.meetings if not meeting.cited] == days
