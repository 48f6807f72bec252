"""Reports of a gathering in sentences of our own: many ways to open, to name the chair, to list who came, and to fill."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
TOPICS = (
    "flood control", "rural roads", "grain storage", "school meals", "workplace safety", "forest fires",
    "drinking water", "small firms", "winter heating", "river dredging", "elderly care", "seed supply",
    "vocational schools", "waste sorting", "market prices", "irrigation", "land records", "village clinics",
)  # fmt: skip
FILLERS = (
    "It was stressed that {topic} is measured in households served, not in papers sent.",
    "The {noun} asked every office to name one person who answers for {topic} and one day by which it is done.",
    "Work on {topic} is to be checked on the spot, and what is found is to be made public within a month.",
    "The {noun} pointed out that the quarter ahead decides whether the plan for {topic} can still be kept.",
    "Under the guidance of Xi Jinping Thought, the {noun} called for steady work on {topic}.",
    "The {noun} demanded that money for {topic} reach the villages before the season turns.",
    "Departments were told to list what hinders {topic} and to strike one item off the list each week.",
)
ORDINALS = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
]
OUTLETS = ("Daily", "Evening News", "Television", "News Network")
CHROME_TOP = ("Home > News > Current affairs", "Font: large medium small", "Share to: print | mail")
CHROME_END = (
    "Related news: notes on {topic}",
    "Special statement: this page was taken over from another outlet.",
)


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody at a gathering as one report prints it: `post` may be empty."""

    printed: str
    post: str
    role: str


@dataclass(frozen=True, slots=True)
class Gathering:
    """What is told: an event as printed ('work conference on seed supply'), the noun for it, its day and its host."""

    event: str
    noun: str
    day: date
    place: str
    topic: str
    host: str


def in_words(day: date, *, year: bool = True) -> str:
    """'May 3, 2023', or 'May 3'."""
    return f"{MONTHS[day.month - 1]} {day.day}" + (f", {day.year}" if year else "")


def ordinal(number: int) -> str:
    """'third', and '13th' from there on."""
    if number < len(ORDINALS):
        return ORDINALS[number]
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def write_report(
    it: Gathering, guests: list[Guest], published: date, random: Random, padding: Sequence[str] = ()
) -> str:
    """Write one report of a gathering, led by the first of `guests`; another draw is another report.

    The paragraphs of `padding` stand behind the first one.
    """
    body = [_lead(it, random), *_roles(it, guests, random)]
    for number, filler in enumerate(random.sample(FILLERS, random.randint(1, 3))):
        # the chair may come first or last; fillers stand in between and behind
        body.insert(min(len(body), 1 + number * 2), filler.format(topic=it.topic, noun=it.noun))
    outlet = f"{it.place} {random.choice(OUTLETS)}"
    dateline = random.choice(
        (
            f"{it.place}, {in_words(published, year=False)} -- ",
            f"{outlet}, {in_words(published, year=False)}, {published.year} -- ",
            "",
        )
    )
    title = (
        f"{it.place}: {it.event}" if random.random() < 0.6 else f"{it.event.capitalize()} held in {it.place}"
    )
    lines = [title, ""]
    if random.random() < 0.5:
        lines.insert(1, f"{published.isoformat()} Source: {outlet}")
    cut = random.randint(2, len(body))
    lines += [dateline + " ".join(body[:cut])]
    for paragraph in padding:
        lines += ["", paragraph]
    if body[cut:]:
        lines += ["", " ".join(body[cut:])]
    return "\n".join(lines) + "\n"


def republish(text: str, topic: str, random: Random) -> str:
    """Print a report again as another page does: with its own chrome around the same words."""
    top = random.sample(CHROME_TOP, random.randint(0, 2))
    return "\n".join([*top, text.rstrip("\n"), "", random.choice(CHROME_END).format(topic=topic)]) + "\n"


def _article(words: str) -> str:
    numbered = words[0].isdigit() or words.split()[0] in ORDINALS
    return f"the {words}" if numbered else f"an {words}" if words[0] in "aeiou" else f"a {words}"


def _lead(it: Gathering, random: Random) -> str:
    return random.choice(
        (
            "On {day}, the {host} held {an_event}.",
            "The {host} held {an_event} on {day}.",
            "{An_event} of the {host} was held on {day}.",
            "On {day}, {an_event} of the {host} took place in {place}.",
        )
    ).format(
        day=in_words(it.day),
        host=it.host,
        place=it.place,
        an_event=_article(it.event),
        An_event=_article(it.event).capitalize(),
    )


def _roles(it: Gathering, guests: list[Guest], random: Random) -> list[str]:
    chair, rest = guests[0], guests[1:]
    said = [_chair(it, chair, random)]
    for role, forms in (
        ("spoke", ("{who} delivered a speech at the {noun}.", "{who} spoke at the {noun}.")),
        ("reported", ("{who} made a report on {topic}.", "{who} reported to the {noun} on {topic}.")),
    ):
        for guest in rest:
            if guest.role == role:
                said.append(
                    random.choice(forms).format(who=_named(guest, random), noun=it.noun, topic=it.topic)
                )
    there = [guest for guest in rest if guest.role == "attended"]
    if there:
        listed = _list([_named(guest, random) for guest in there])
        said.append(
            random.choice(
                (
                    "{people} attended the {noun}.",
                    "Attending the {noun} were {people}.",
                    "The {noun} was attended by {people}.",
                    "Also present at the {noun} were {people}.",
                )
            ).format(people=listed, noun=it.noun)
        )
    if random.random() < 0.3:
        said = [*said[1:], said[0]]  # the chair is named last
    return said


def _chair(it: Gathering, chair: Guest, random: Random) -> str:
    return random.choice(
        (
            "{who} presided over the {noun}.",
            "{who} chaired the {noun} and delivered a speech.",
            "The {noun} was chaired by {who}.",
            "{who} presided over the {noun} and made concluding remarks.",
        )
    ).format(who=_named(chair, random, after=True), noun=it.noun)


def _named(guest: Guest, random: Random, *, after: bool = False) -> str:
    """'Fang Guolin, mayor of Linhe'; or with the post in front."""
    if not guest.post:
        return guest.printed
    if not after and random.random() < 0.1:
        return f"{guest.printed} ({guest.post})"
    return f"{guest.printed}, {guest.post},"


def _list(people: list[str]) -> str:
    plain = [words.rstrip(",") for words in people]
    if len(plain) == 1:
        return people[0].rstrip(",")
    return ", ".join(plain[:-1]) + f", and {plain[-1]}"
