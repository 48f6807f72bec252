"""Credits, datelines and sources: who made the report, and that the sentence around a credit is still read."""

from __future__ import annotations

import pytest

from corpus.document import document_from_text
from corpus.records import Document

BODY = "The working meeting was held in the county hall on May 8. Mayor Fang Guolin attended and spoke."


def press(document: Document) -> list[str]:
    """The credits as 'function: name', in the order of the page."""
    return [f"{credit.function}: {credit.name}" for credit in document.press]


def read_words(document: Document) -> list[str]:
    """The sentences of the body."""
    return [document.text[s.start : s.end] for s in document.sentences if s.zone == "body"]


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("(Reporter: Lin Yue) ", ["reporter: Lin Yue"]),
        ("(Reporter Lin Yue)", ["reporter: Lin Yue"]),  # glued to the sentence
        ("(Lin County News) (Reporter: Lin Yue) ", ["reporter: Lin Yue"]),  # outlet before it
        ("(Reporters Lin Yue, Zhou Minghao) ", ["reporter: Lin Yue", "reporter: Zhou Minghao"]),
        ("(Reporters Lin Yue and Zhou Minghao) ", ["reporter: Lin Yue", "reporter: Zhou Minghao"]),
        (
            "(Reporter Lin Yue ， Zhou Minghao) ",
            ["reporter: Lin Yue", "reporter: Zhou Minghao"],
        ),  # full-width comma
        ("(Reporter Lin Yue Zhou Minghao) ", ["reporter: Lin Yue", "reporter: Zhou Minghao"]),  # by spaces
        ("(all-media reporter Lin Yue) ", ["reporter: Lin Yue"]),
        ("(All-media journalist: Lin Yue) ", ["reporter: Lin Yue"]),
        ("(Chief Correspondent Lin Yue) ", ["reporter: Lin Yue"]),
        ("(Reporter Lin Yue Correspondent Zhou Minghao) ", ["reporter: Lin Yue", "reporter: Zhou Minghao"]),
        ("(Reporter Lin Yue, intern He Bo) ", ["reporter: Lin Yue", "reporter: He Bo"]),
        ("(Our reporter Lin Yue) ", ["reporter: Lin Yue"]),
        ("（Reporter：Lin Yue） ", ["reporter: Lin Yue"]),  # full-width brackets and colon
        ("[Reporter Lin Yue] ", ["reporter: Lin Yue"]),
        ("【Reporter Lin Yue】", ["reporter: Lin Yue"]),
        ("(Reporter Li FengJian) ", ["reporter: Li FengJian"]),  # camel case
        ("(Reporter He Chuan) ", ["reporter: He Chuan"]),  # a surname that is a word
        ("(Reporter An Min) ", ["reporter: An Min"]),
        ("(Reporter LIN Yue) ", ["reporter: LIN Yue"]),
        ("(Reporter Ouyang Wei) ", ["reporter: Ouyang Wei"]),
        ("(Reporter Zhang Zhong Yu) ", ["reporter: Zhang Zhong Yu"]),  # split given name
        ("(Correspondent J. R. Hallam) ", ["reporter: J. R. Hallam"]),
        ("Reported by chief correspondent Lin Yue: ", ["reporter: Lin Yue"]),
        ("Our reporter Lin Yue: ", ["reporter: Lin Yue"]),
        ("Reporter Lin Yue reports from Qinghe: ", ["reporter: Lin Yue"]),
        ("News from our newspaper on the 9th (Reporter Lin Yue) ", ["reporter: Lin Yue"]),
        ("This newspaper's report (Reporter Lin Yue) ", ["reporter: Lin Yue"]),
        ("This news (Chief Correspondent Lin Yue) ", ["reporter: Lin Yue"]),
        ("All Media News from Lin County Daily (Reporter Lin Yue)", ["reporter: Lin Yue"]),
        ("Report from Lin County Daily on May 9 (all-media journalist: Lin Yue), ", ["reporter: Lin Yue"]),
        ("Lin County Daily, May 9 (Reporter Lin Yue) ", ["reporter: Lin Yue"]),
        ("Xinhua News Agency, Kuala Lumpur, May 9th (Correspondent: Lin Yue) ", ["reporter: Lin Yue"]),
        (
            "Xinhua News Agency Beijing May 9th (Reporters Lin Yue, He Bo) ",
            ["reporter: Lin Yue", "reporter: He Bo"],
        ),
        ("Rednet (Qinghe): ", []),
        ("BEIJING, May 9 (Xinhua) -- ", []),
        ("BEIJING, May 9 (Xinhua) — ", []),
        ("XI'AN, China, Dec. 3, 2019 /PRNewswire/ -- ", []),
        ("Kathmandu, May 9: ", []),
        ("Qinghe — ", []),
        ("HÀ NỘI – ", []),
        ("(Xinhua) ", []),
        ("(Reported byLin Yue)", ["reporter: Lin Yue"]),  # glued to the label
        (
            "Lin County Daily News (All-media reporter Lin Yue/Text He Bo/Photo) ",
            ["reporter: Lin Yue", "reporter: He Bo"],
        ),
        ("Lin Yue, our reporter\n", ["reporter: Lin Yue"]),  # the function behind the name
        ("Lin Yue, staff correspondent in Qinghe\n", ["reporter: Lin Yue"]),
        ("By staff reporter Lin Yue\n", ["author: Lin Yue"]),
        ("Reported by Lin Yue, He Bo\n", ["reporter: Lin Yue", "reporter: He Bo"]),
        ("Photos by Lin Yue and text by He Bo\n", ["photographer: Lin Yue", "author: He Bo"]),
        ("In-depth reporter Lin Yue from Qinghe\n", ["reporter: Lin Yue"]),
        ("Source of information: Lin County Daily\n", []),
        ("0 By\n", []),
        ("index / Lin County Today / article\n", []),
    ],
)
def test_what_opens_a_paragraph_is_cut_and_the_sentence_is_read(opening: str, expected: list[str]) -> None:
    document = document_from_text(f"County leaders hold a working meeting\n{opening}{BODY}", path="a.txt")
    assert press(document) == expected
    assert read_words(document) == [
        "The working meeting was held in the county hall on May 8.",
        "Mayor Fang Guolin attended and spoke.",
    ]


@pytest.mark.parametrize(
    ("closing", "expected"),
    [
        ("(Reporter: Lin Yue)", ["reporter: Lin Yue"]),
        ("\n(Correspondent: Lin Yue)", ["reporter: Lin Yue"]),
        ("\nEdit:He Chuan Responsible editor:Su Yue", ["editor: He Chuan", "editor: Su Yue"]),  # glued labels
        ("\n[Editor in charge: Lin Yue]", ["editor: Lin Yue"]),
        ("\nEditor: Lin Yue", ["editor: Lin Yue"]),
        ("\nEditor: Huaxia", ["editor: Huaxia"]),  # one word
        ("\nEditor: Admin", []),
        ("\nEditor-in-charge: Lin Yue", ["editor: Lin Yue"]),
        ("\nAuthor: Lin Yue Editor: He Bo", ["author: Lin Yue", "editor: He Bo"]),
        ("\nText/Photo: Lin Yue Editor: He Bo", ["photographer: Lin Yue", "editor: He Bo"]),
        (
            "\nFirst review: Lin Yue | Second review: He Bo | Final review: Su Min",
            ["editor: Lin Yue", "editor: He Bo", "editor: Su Min"],
        ),
        ("\nTranslator: Lin Yue", ["translator: Lin Yue"]),
        ("\nTranslated by Lin Yue", ["translator: Lin Yue"]),
        ("\nEdited by Lin Yue", ["editor: Lin Yue"]),
        ("\nReporters Lin Yue and He Bo", ["reporter: Lin Yue", "reporter: He Bo"]),
        ("\nLin County Daily all-media reporter Lin Yue", ["reporter: Lin Yue"]),
        ("\n■ Reporter Lin Yue", ["reporter: Lin Yue"]),
        (" Editor: Lin Yue Review: He Bo", ["editor: Lin Yue", "editor: He Bo"]),  # behind the last sentence
        ("\nPhoto by Lin Yue", ["photographer: Lin Yue"]),
        ("\nBy Lin Yue", ["author: Lin Yue"]),
        ("\nBy Lin County News Service", []),
        ("\nPosted by Lin Yue, Qinghe | 2 April 2016 | 3,742 times", ["author: Lin Yue"]),
        ("\nSource: Lin County Daily", []),
        ("\nChinese source: qinghe.gov.example", []),
        ("(Lin County Daily)", []),
        ("(Xinhua)", []),
        (
            "\n\nAuthor | Lin Yue\n\nEditor | Huaxia, He Bo",
            ["author: Lin Yue", "editor: Huaxia", "editor: He Bo"],
        ),
        ("\nProducer: Lin Yue\nChief planner: He Bo", ["editor: Lin Yue", "editor: He Bo"]),
        ("\nEdited by Lin Yue; Reviewed by He Bo", ["editor: Lin Yue", "editor: He Bo"]),
        ("\nPhotographed by Lin Yue", ["photographer: Lin Yue"]),
        (
            "\nSubmitted by: Publicity Department; Author: Lin Yue; Reviewer: He Bo",
            ["author: Lin Yue", "editor: He Bo"],
        ),
        ("\n(Written by Lin Yue from the Publicity Department)", ["author: Lin Yue"]),
        (" (Lin Yue, He Bo)", ["author: Lin Yue", "author: He Bo"]),  # a signature: names alone
        (" [Lin Yue]\nShare this article", ["author: Lin Yue"]),
        ("\n[Print this page] [Close window]", []),
        ("\nScan the QR code to read on your phone", []),
    ],
)
def test_what_closes_a_report_is_cut(closing: str, expected: list[str]) -> None:
    document = document_from_text(f"County leaders hold a working meeting\n{BODY}{closing}", path="a.txt")
    assert press(document) == expected
    assert read_words(document)[-1] == "Mayor Fang Guolin attended and spoke."


@pytest.mark.parametrize(
    "prose",
    [
        "The mayor received the reporters and the editors of the county paper.",
        "Director Yu Dong (left in image) held a talk with the film makers.",
        "The mayor met the press (reporters from nine papers were there) after the talks.",
        "Correspondent banks of the county were invited to the talks.",
        "He thanked Editor Wei Guo of the yearbook for the long work.",
        "The mayor said: the source of the river must be kept clean.",
        "The time: nine in the morning; the place: the county hall.",
        "By Friday Mayor Fang Guolin had seen all nine villages.",
        "Wang Lei (editor of the county yearbook, member of the committee) spoke first.",
        "On the morning of May 8, Mayor Fang Guolin chaired the talks.",
        "Present: Mr Lane, Mr Hallam and Mrs Poole.",
        "Chairman — Mr Lane opened the meeting and thanked the members for their long work in the past year.",
        "Venue – the Reading Room in the old school, where the members had met since the spring of last year.",
        "Mayor Fang Guolin, May 8: no more coal.",
        "Two vice mayors (Lin Yue, He Bo) were there.",
        "The item was moved by the chair. (Lin Yue, He Bo)",  # not the last words of the page
        "Lin Yue, our reporter on the flood last year, was thanked by the mayor.",
        "Today is the day of the county fair.",
        "Scan results of the hospital were discussed.",
    ],
)
def test_prose_stays(prose: str) -> None:
    document = document_from_text(f"{BODY}\n{prose}\n{BODY}", path="a.txt")
    assert press(document) == []
    assert prose in "\n".join(
        document.text[zone.start : zone.end] for zone in document.zones if zone.kind == "body"
    )


@pytest.mark.parametrize(
    ("opening", "place", "published", "source"),
    [
        ("BEIJING, February 10 (Xinhua) -- ", "Beijing", "XXXX-02-10", "Xinhua"),
        (
            "Xinhua News Agency, Kuala Lumpur, July 25th (Correspondent: Lin Yue) ",
            "Kuala Lumpur",
            "XXXX-07-25",
            "Xinhua News Agency",
        ),
        (
            "Xinhua News Agency Beijing December 11th (Reporters Lin Yue, He Bo) ",
            "Beijing",
            "XXXX-12-11",
            "Xinhua News Agency",
        ),
        ("Lin County Daily, December 10 (all media reporter Lin Yue) ", "", "XXXX-12-10", "Lin County Daily"),
        ("XI'AN, China, Dec. 3, 2019 /PRNewswire/ -- ", "Xi'an", "2019-12-03", "PRNewswire"),
        ("HÀ NỘI – ", "Hà Nội", None, ""),
        ("Kathmandu, Sept 4: ", "Kathmandu", "XXXX-09-04", ""),
        ("BEIJING, Jan 30 (APP): ", "Beijing", "XXXX-01-30", "APP"),
        ("Rednet (Qinghe): ", "Qinghe", None, "Rednet"),
        ("(Qinghe News) (Reporter: Lin Yue) ", "", None, "Qinghe News"),
        ("QINGHE, May 6 (Some Outfit) -- ", "Qinghe", "XXXX-05-06", "Some Outfit"),
        ("National Wire, December 5\n", "", "XXXX-12-05", "National Wire"),
        ("News from our newspaper on the 9th (Reporter Lin Yue) ", "", None, ""),  # a day alone is no date
    ],
)
def test_datelines(opening: str, place: str, published: str | None, source: str) -> None:
    document = document_from_text(f"{opening}{BODY}", path="a.txt")
    assert (document.dateline_place, document.published, document.source) == (place, published, source)


def test_a_line_of_fields_is_read_field_by_field() -> None:
    line = "2020-07-26 06:52:39 Source: Lin County Daily Author: Lin Yue Editor: He Bo"
    document = document_from_text(f"County leaders hold a working meeting\n{line}\n{BODY}", path="a.txt")
    assert press(document) == ["author: Lin Yue", "editor: He Bo"]
    assert (document.published, document.source) == ("2020-07-26", "Lin County Daily")
    assert [zone.kind for zone in document.zones] == ["title", "byline", "body"]


def test_fields_on_lines_of_their_own() -> None:
    head = "time:2022-12-29 14:02:18\n\nsource:Lin County Daily All Media Centre\n\nreporter:Lin Yue\n\n"
    document = document_from_text(f"{head}The Presidium Meets\n\n(Reporter Lin Yue){BODY}", path="a.txt")
    assert press(document) == ["reporter: Lin Yue", "reporter: Lin Yue"]
    assert document.published == "2022-12-29"
    assert document.source == "Lin County Daily All Media Centre"
    assert document.title == "The Presidium Meets"


def test_a_credit_inside_a_sentence_is_cut_out() -> None:
    document = document_from_text(
        "The meeting (Reporter: Lin Yue) was held on May 8 in Qinghe.", path="a.txt"
    )
    assert press(document) == ["reporter: Lin Yue"]
    assert read_words(document) == ["The meeting", "was held on May 8 in Qinghe."]


def test_items_of_minutes_are_no_credits() -> None:
    items = "Review: Helen Ormerod\nText: Martin Pryce\nPhoto: Gwen Ashdown\nBy Rhys Callow\nDate: 8 May 2022"
    document = document_from_text(
        f"Minutes of the Valley Council\nPRESENT\nTobias Lark\n{items}", path="a.txt"
    )
    assert press(document) == []
    assert set(items.split("\n")) <= set(read_words(document))


def test_the_size_of_the_letters_is_nobody() -> None:
    report = document_from_text(
        "Linhe News Network (Large Middle Small) On May 9, Mayor Fang Guolin chaired a meeting of the city.\n",
        path="x.txt",
    )
    assert not press(report)


def test_labels_with_a_title_behind_them_are_no_credits() -> None:
    document = document_from_text(f"{BODY}\nReview: Deputy Mayor Wang Lei\n{BODY}", path="a.txt")
    assert press(document) == []
    assert "Review: Deputy Mayor Wang Lei" in read_words(document)
