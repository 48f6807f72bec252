"""The rest of a report: what was stressed, demanded and counted, in sentences of our own, with nobody in them.

Real reports of meetings are some 660 words long, and most of these are exhortation. Sentences are put together from parts, so that
two reports share few of them.
"""

from __future__ import annotations

from random import Random

from generated.prose import TOPICS

DEMANDS = (
    "It is necessary to", "Efforts should be made to", "All departments must", "Every locality has to", "The {noun} asked all offices to",
    "The {noun} called on villages and towns to", "It was demanded that leading cadres", "The {noun} decided to", "Those responsible are to",
    "Grass-roots units should", "In the next step, districts will", "Under the leadership of the Party, we must", "The {noun} urged everyone to",
    "On this basis, bureaus should", "Throughout the year, teams will",
)  # fmt: skip
CLAIMS = (
    "The {noun} pointed out that", "It was stressed that", "The {noun} held that", "It was noted at the {noun} that", "The {noun} believed that",
    "Practice has shown that", "The report of the bureau says that", "The {noun} emphasized that", "It must be soberly seen that",
)  # fmt: skip
DEEDS = (
    "implement", "report on", "strengthen", "carry out", "check", "study and pass on", "keep a firm hold of", "speed up", "publish", "go deep into",
    "hold fast to", "coordinate", "preside over the details of", "weigh", "improve", "attend to", "lead the way in", "finish", "extend",
    "put money into", "speak plainly about", "draw up rules for", "review", "open up", "simplify", "take part in", "guard", "visit and ask about",
)  # fmt: skip
THINGS = (
    "the work on {topic}", "the spirit of the important speech", "the responsibility system for {topic}", "a list of open questions",
    "the decisions and arrangements of the Party Central Committee", "the reform of {topic}", "the bottom line of safe production",
    "the special campaign for {topic}", "the livelihood of ordinary households", "the annual plan", "new and old growth drivers",
    "the integration of town and country", "hidden dangers in {topic}", "the opinions of the National People's Congress deputies",
    "inspections of {topic}", "the business environment", "the meetings of village representatives", "the budget for {topic}",
    "services for private firms", "the results of the third inspection", "talent from outside the region", "the standing rules of {topic}",
    "the protection of arable land", "the files of the last conference", "digital services", "the red line of ecology", "the training of cadres",
)  # fmt: skip
WAYS = (
    "with a strong sense of duty", "step by step", "in the spirit of driving in nails", "before the season turns", "according to law",
    "from the whole to the part", "by the end of {month}", "in every county and city", "at a higher level", "without going through the motions",
    "as the Provincial Party Committee requires", "under the guidance of Xi Jinping Thought", "with the Department of Finance in the lead",
    "on the spot", "from the second quarter on", "where the people can see it", "together with the Municipal Water Affairs Bureau",
)  # fmt: skip
FACTS = (
    "{topic} decides how far the plan can be kept", "the foundation of {topic} is still weak", "the task of {topic} remains arduous",
    "good results in {topic} have been won by hard work", "the pattern of {topic} is changing deeply", "the masses measure {topic} by what they see",
    "responsibility for {topic} lies with the first person in charge", "a handful of units treat {topic} as paperwork",
    "the region stands at a turning point in {topic}", "no meeting can replace what is done for {topic}",
)  # fmt: skip
FIGURES = (
    "In the {period}, spending on {topic} rose by {x}.{y} percent, and {n} villages were reached for the first time.",
    "By the end of {month}, {n} projects had been finished, {x} percent of them for {topic}.",
    "Of {n} complaints about {topic}, {x} percent were settled within {y} weeks.",
    "The {period} saw {n} inspections of {topic}; {x} units were named and {y} were praised.",
    "A total of {n} million yuan was set aside for {topic}, {x}.{y} percent more than a year ago.",
)  # fmt: skip
PERIODS = ("first half of the year", "first quarter", "past five years", "third quarter", "year just ended")
MONTHS = ("March", "June", "September", "October", "December")


def padding(words: int, noun: str, random: Random) -> list[str]:
    """Write paragraphs of at least `words` words in all (none for 0) about a gathering that is called `noun`."""
    paragraphs: list[str] = []
    left = words
    while left > 0:
        sentences = [_sentence(noun, random) for _ in range(random.randint(3, 7))]
        paragraphs.append(" ".join(sentences))
        left -= len(paragraphs[-1].split())
    return paragraphs


def _sentence(noun: str, random: Random) -> str:
    kind = random.random()
    if kind < 0.15:
        form = random.choice(FIGURES)
    elif kind < 0.4:
        form = f"{random.choice(CLAIMS)} {_filled(random.choice(FACTS), random)}, and that {random.choice(FACTS)}."
    else:
        deeds = [
            f"{d} {_filled(random.choice(THINGS), random)}"
            for d in random.sample(DEEDS, random.randint(1, 3))
        ]
        listed = ", ".join(deeds[:-1]) + (", and " if deeds[1:] else "") + deeds[-1]
        form = f"{random.choice(DEMANDS)} {listed} {random.choice(WAYS)}."
    return _filled(form, random).replace("{noun}", noun)


def _filled(form: str, random: Random) -> str:
    """Fill in all parts but the noun."""
    return form.format(
        noun="{noun}",
        topic=random.choice(TOPICS),
        month=random.choice(MONTHS),
        period=random.choice(PERIODS),
        x=random.randint(2, 96),
        y=random.randint(2, 9),
        n=random.randint(12, 980),
    )
