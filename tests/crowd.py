"""A made-up province of any size: records with people who meet in circles, for tests of the page. The same for the same numbers."""

from __future__ import annotations

import random
from dataclasses import replace

from handmade import Row, quoting, records_of

from corpus.records import LedgerRow
from extract.records import Records
from extract.records_entities import Holding, Organization, Post

FAMILY = [
    "Ai",
    "Bei",
    "Cang",
    "Dou",
    "Fei",
    "Gong",
    "Hua",
    "Ji",
    "Kou",
    "Lang",
    "Meng",
    "Ning",
    "Ou",
    "Pang",
    "Qian",
    "Ruan",
    "Sang",
    "Tai",
    "Wan",
    "Xia",
    "Yin",
    "Zang",
]
GIVEN = [
    "An",
    "Bo",
    "Chen",
    "De",
    "Fu",
    "Guo",
    "Hai",
    "Jing",
    "Kang",
    "Lin",
    "Ming",
    "Nan",
    "Ping",
    "Qing",
    "Ren",
    "Shu",
    "Tong",
    "Wu",
    "Xin",
    "Yu",
    "Zhi",
]
ROLES = ("chaired", "spoke", "reported", "attended", "attended", "attended", "observed")


def crowd(people: int = 40, meetings: int = 15, bodies: int = 6, leaders: int = 0) -> Records:
    """Make `people`, `meetings` between 2022 and 2024 and `bodies` that host them; two homonyms; one absent, one invoked.

    Each meeting is one report with four to nine people of one circle, and now and then a guest of another. With
    `leaders` most guests are of the first so many people, and the circles of one part of the province meet in one body.
    """
    draw = random.Random(people * 1009 + meetings)
    names = [f"{family}-{one}{other}".lower() for family in FAMILY for one in GIVEN for other in GIVEN]
    ids = draw.sample(names, people - 1) if people <= len(names) else [f"ai-no{n}" for n in range(people - 1)]
    ids = [*ids, f"{ids[0]}@elsewhere"]
    labels = {ids[0]: f"{_label(ids[0])} (Linhe)", ids[-1]: f"{_label(ids[0])} (Shuixi)"}
    rows: list[Row] = []
    fields = {}
    for number in range(meetings):
        start = draw.randrange(people)
        there = {(start + draw.randrange(12)) % people for _ in range(draw.randint(4, 9))}
        if draw.random() < 0.3:
            there.add(draw.randrange(leaders if leaders and draw.random() < 0.8 else people))
        path, meeting = f"reports/{number:05d}.txt", f"m{number:05d}"
        for place, who in enumerate(sorted(there)):
            rows.append((path, meeting, ids[who], ROLES[min(place, len(ROLES) - 1)]))
        fields[meeting] = {
            "name": f"meeting {number} on the water plan",
            "date": f"{2022 + number % 3}-{1 + number % 12:02d}-{1 + number % 28:02d}"
            if number % 7
            else None,
            "host_id": f"body-{(start * bodies // people if leaders else number % bodies):03d}"
            if bodies
            else "",
        }
    rows.append(("reports/00000.txt", "m00000", "absent-person", "absent"))
    rows.append(("reports/00000.txt", "", "invoked-person", "invoked"))
    records = records_of(rows, meetings=fields, labels=labels)
    organs = tuple(
        Organization(id=f"body-{n:03d}", name=f"Water Bureau {n}", kind="department", place="Shuixi")
        for n in range(bodies)
    )
    seat = Post(id="head", title="Head", text="Head, Water Bureau 0 (Shuixi)", organization_id="body-000")
    first = records.participations[0]
    document = next(d for d in records.documents if d.path == first.document)
    held = Holding(
        person_id=first.person_id,
        post_id=seat.id,
        document=document.path,
        date="2022-01-01",
        evidence=quoting(document, first.evidence.quote),
    )
    return replace(
        records,
        organizations=organs,
        posts=(seat,) if bodies else (),
        holdings=(held,) if bodies else (),
        ledger=(LedgerRow(document=document.path, reason="undated meeting", detail="no day in the text"),),
    )


def _label(person_id: str) -> str:
    return " ".join(person_id.split("-")).title()
