"""A name made of the words that a rule found: its family, and the titles behind it that are no part of it."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.names_found import Found
from extract.names_lexicon import lexicon
from extract.names_run import is_acronym
from extract.names_scan import Scan, within
from extract.names_span import NameSpan, Style

MODEL_RULE = "model"
"""The rule of a name that only the model saw."""
FOREIGN_RULES = frozenset(
    [
        MODEL_RULE,
        "after-title",
        "middle-initial",
        "patronymic",
        "given-name",
        "minority",
        "minority-single",
        "korean",
        "vietnamese",
    ]
)

# 'Universidad Rey Juan Carlos', 'Lycée Henri Martin': what the name is that of
FOUNDED = re.compile(
    r"(?:Universi(?:dade?|t[àäa]t?|teit|tas)|Université|Uniwersytet|Instituto|Institut|Colegio|[ÉE]cole|Escuela|Escola|Hochschule|Academia|Lyc[ée]e|Museo|"
    r"Mus[ée]e|Teatro) (?:d[eiu] |des |zu )?$"
)
NICKNAME = re.compile(r"[ \u00a0](?:[\"“][A-Z][\w.-]+[\"”]|‘[A-Z][\w.-]+’)[ \u00a0](?=[A-Z][^\W\d_])")
"""What somebody is called, between given names and family: 'Juan Miguel "Migz" Zurita'."""
FATHERED = re.compile(r"[ \u00a0](bin|bint|binti|ibn)$")
GENERATIONS = frozenset(["iii", "viii", "vii"])


@lru_cache(maxsize=4)
def _suffix(*kinds: str) -> re.Pattern[str]:
    words = [word for word, found in lexicon().foreign.items() if found & set(kinds)]
    words.sort(key=lambda word: (-len(word), word))
    # orders and degrees of two or three letters only in capitals: 'John Fell, Ms. Ann Low' is two people
    alternatives = "|".join(
        re.escape(word.upper()) if _in_capitals(word) else f"(?i:{re.escape(word)})" for word in words
    )
    return re.compile(rf",? (?:{alternatives})(?![^\W_])")


def _in_capitals(word: str) -> bool:
    kinds = lexicon().foreign[word]
    return len(word) == 2 or (len(word) == 3 and "suffix" in kinds and word != "esq")


@lru_cache(maxsize=1)
def _last_suffix() -> re.Pattern[str]:
    return re.compile(rf"(?:{_suffix('suffix').pattern})+$")


def without_suffix(name: str) -> str:
    """Drop a title behind the name ('William Foster, Bart.'); 'jun.' stays, it tells son from father."""
    found = _last_suffix().search(name)
    return name[: found.start()] if found else name


def in_small_letters(name: str) -> str:
    """Write a name that stands in capitals as names are written: 'Mr. KEOGH' -> 'Keogh'; initials and 'III' stay."""
    if not name.isupper():
        return name
    words = []
    for word in name.split(" "):
        shout = word.isupper() and len(word) > 2 and "." not in word and word.lower() not in GENERATIONS
        words.append("-".join(part.capitalize() for part in word.split("-")) if shout else word)
    return " ".join(words)


def foreign_found(sentence: Scan, number: int, count: int, rule: str) -> Found:
    """Make a name of `count` words; the last one, or one before a hyphenated given name, is the family.

    Where nothing but its place tells that it is a name (rules 'list' and 'model'), a common Chinese surname in
    front is the family: 'Liu Tszguei', a slip in romanisation.
    """
    last = number + count - 1
    end = sentence.ends[last]
    if end < sentence.end and sentence.words[last].initial and sentence.text[end] == ".":
        end += 1
    family = sentence.surface(last)
    given = sentence.text[sentence.starts[number] : sentence.starts[last]].strip()
    if count > 1 and (father := FATHERED.search(given)):
        # 'Mohammed bin Salman' is of no family Salman: another man, his father, is called that
        family, given = f"{father[1]} {family}", given[: father.start()]
    if count > 1 and sentence.words[last].hyphenated and sentence.words[last - 1].surname:
        family = sentence.surface(last - 1)
        given = (
            f"{sentence.text[sentence.starts[number] : sentence.starts[last - 1]]}{sentence.surface(last)}"
        )
    behind = _suffix("suffix", "generation") if count > 1 else _suffix("generation")
    while (count > 1 or rule == "honorific") and (suffix := behind.match(sentence.text, end, sentence.end)):
        end = suffix.end()
    after = number + count
    while after < len(sentence.words) and sentence.starts[after] < end:
        after += 1
    called = NICKNAME.match(sentence.text, end, sentence.end)
    if called and after < len(sentence.words):
        while after + 1 < len(sentence.words) and sentence.starts[after] < called.end():
            after += 1
        if sentence.starts[after] == called.end() and not sentence.words[after].stop:
            given, family = sentence.text[sentence.starts[number] : end], sentence.surface(after)
            return Found(sentence.starts[number], after + 1, sentence.ends[after], family, given, rule)
    first = sentence.words[number].surname
    if count == 2 and rule in {"list", "model"} and "common" in first and "word" not in first:
        family, given = given, family
    if is_acronym(family):
        family = family.title()
    return Found(sentence.starts[number], after, end, family, given, rule)


def span_of(text: str, start: int, found: Found, honorific: str = "") -> NameSpan:
    if found.rule in {"honorific", "initials"} or found.rule in FOREIGN_RULES:
        name = in_small_letters(
            without_suffix(" ".join(NICKNAME.sub(" ", text[found.start : found.end]).split()))
        )
        style: Style = "honorific" if honorific else ("initials" if found.rule == "initials" else "foreign")
    else:
        name = f"{found.family} {found.given}".rstrip()
        style = "single" if found.rule == "single" else "pinyin"
    return NameSpan(
        start=start,
        end=found.end,
        surface=text[start : found.end],
        name=name,
        family=found.family,
        given=found.given,
        style=style,
        rule=found.rule,
        honorific=honorific,
        within="institution" if _founded(text, start) else within(text, found.end),
    )


def _founded(text: str, start: int) -> bool:
    """Whether the name at `start` is that of an institution of another country, whose kind stands in front of it."""
    return (
        text.startswith((" ", "\n"), start - 1)
        and FOUNDED.search(text, max(0, start - 24), start) is not None
    )


def surname_first(sentence: Scan, number: int, count: int, rule: str) -> Found:
    end = sentence.ends[number + count - 1]
    given = sentence.text[sentence.starts[number + 1] : end]
    return Found(sentence.starts[number], number + count, end, sentence.surface(number), given, rule)
