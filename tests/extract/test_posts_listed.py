"""Posts in headed lists, in forms of address, and with portfolios that commas divide."""

from __future__ import annotations

import pytest

from corpus.document import document_from_text
from extract.reading import read_report

MINUTES = "Minutes of the meeting of Wexley Parish Council held on 4 March 2021.\n\n"
MET = "The council held a meeting on Monday. "
ROWS = [
    (MINUTES + "Present: Cllr A Porter (Chair), Cllr B Lund.", "A Porter", ["Councillor, Wexley Parish Council", "Chair, Wexley Parish Council"], "in brackets"),
    (MINUTES + "Present: Cllrs A Porter, B Lund and C Moss.", "C Moss", ["Councillor, Wexley Parish Council"], "a plural form of address"),
    (MINUTES + "Present: Cllr A Porter, County Cllr B Lund and 6 members of the public.", "B Lund", ["County Councillor"], "of another council"),
    (MINUTES + "Present: Cllr A Porter; the Clerk (Ms T West); County Cllr B Lund; 4 members of the public.", "T West", ["Clerk, Wexley Parish Council"], "in front of one of another council"),
    (MINUTES + "Present: Cllr A Porter; the Clerk (Ms T West); County Cllr B Lund; 4 members of the public.", "B Lund", ["County Councillor"], "of another council, behind a semicolon"),
    (MINUTES + "In the Chair: Mr Owen Price\nPresent: Cllr A Porter", "Owen Price", ["Chair, Wexley Parish Council"], "in the chair"),
    (MINUTES + "In attendance: Elmer Hodge, County Administrator; Ann Low, County Attorney.", "Ann Low", ["County Attorney"], "the level is part of the title"),
    (MET + "Minister of Education, Science and Technology Peter Lund attended the meeting.", "Peter Lund", ["Minister, Ministry of Education, Science and Technology"], "portfolio behind"),
    (MET + "Law, Justice and Parliamentary Affairs Minister Peter Lund attended the meeting.", "Peter Lund", ["Minister, Ministry of Law, Justice and Parliamentary Affairs"], "portfolio in front"),
    (MET + "Mayor Ann Low, Transport Minister Peter Lund and others attended the meeting.", "Ann Low", ["Mayor"], "a person in front is no portfolio"),
    (MET + "Chief Justice Peter Lund and Justice Ann Low attended the meeting.", "Peter Lund", ["Chief Justice"], "a judge by the form of address"),
    (MET + "The Ministry of Justice Peter Lund left was represented. Tom Bell attended the meeting.", "Tom Bell", [], "justice that is no judge"),
    (MET + "Governor State Bank Kamran Qazi attended the meeting.", "Kamran Qazi", ["Governor, State Bank"], "no joint"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "person", "posts", "phenomenon"), ROWS, ids=[row[3] for row in ROWS])
def test_posts(text: str, person: str, posts: list[str], phenomenon: str) -> None:
    report = read_report(document_from_text(text + "\n", path="a.txt"), None)
    assert {p.name: [post.text for post in p.posts] for p in report.people}[person] == posts
