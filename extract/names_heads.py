"""People whom a report names by one word behind an office of state: 'President Duda', 'Finance Minister Kuleba', 'Senator Moyo'.

Only offices that the name of a person follows and no place or field of work: 'Commissioner Multan' and 'Director Programmes' are
none. The word is no other thing that the rules or the report know. Where the report names one person in full who has
it for one of the names, it is that person; where two, nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from corpus.needed import guarded
from extract.names_lexicon import honorific_heads, lexicon
from extract.names_printed import lower_words
from extract.names_run import FAMILY_WORDS, FATHERS
from extract.names_span import NameSpan, one_word_name
from extract.names_words import CROWD_BEHIND, read_word
from extract.places import find_places
from extract.vocabulary import vocabulary

RULE = "office-of-state"
OFFICE = (
    r"(?:(?P<crown>King|Queen|Pope)|President|Premier|Chancellor|Minister|Taoiseach|Tánaiste|Secretary of State|Governor|Mayor|Senator|Speaker|Ambassador"
    r"|Council(?:man|woman|lor)|Councilmember|Councilor|Alder(?:man|woman)|Assembly(?:man|woman)|Congressm[ae]n|Congresswom[ae]n|(?:Permanent|Foreign|Home|Cabinet|Executive|Chief) Secretary|(?<!Director )(?<!Inspector )General)"
)
WORD = r"[^\W\d_a-zß-ÿ][^\W\d_]{2,}(?:[-'’](?!s\b)[^\W\d_]+)*"
ONE = guarded(rf"(?<![\w/-]){OFFICE} (?P<name>{WORD})(?![\w-])(?! (?:[A-Z][\w.]|&))")
ROW = guarded(
    rf"(?<![\w/-])(?:Presidents|[Mm]inisters|Senators|Governors|Mayors|Ambassadors|Chancellors) (?P<row>{WORD}(?:, {WORD}){{0,12}},? and {WORD})(?![\w-])(?! [A-Z])"
)
CLOSED = re.compile(r"(?:['’]s?)?\s*(?:$|[,;.)]|[a-z])")
ARTICLE = re.compile(r"(?<![^\W_])(?:[Aa]l|[Ee]l)-")
OF_THE_OFFICE = frozenset(
    ["extraordinary", "plenipotentiary", "designate", "elect", "emeritus", "select", "nominee"]
)
"""'Ambassador Extraordinary', 'Governor Elect'."""


def names_of_heads(text: str, start: int, end: int) -> tuple[NameSpan, ...]:
    """Find the words behind an office of state in the sentence `text[start:end]` that can only name a person."""
    one = [(*match.span("name"), match["crown"] or "") for match in ONE.finditer(text, start, end)]
    rows = [_of_row(text, *match.span("row")) for match in ROW.finditer(text, start, end)]
    return tuple(
        [one_word_name(text, *span[:2], RULE, span[2]) for span in one if _is_name(text, *span[:2])]
        + [one_word_name(text, first, last, RULE) for row in rows for first, last in row]
    )


def _of_row(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The words of 'Presidents A, B and C', if each of them can only name a person."""
    words = [match.span() for match in re.finditer(WORD, text[start:end])]
    spans = [(start + first, start + last) for first, last in words]
    return spans if all(_is_name(text, *span) for span in spans) else []


def resolved(text: str, heads: Iterable[NameSpan], full: Sequence[NameSpan]) -> tuple[NameSpan, ...]:
    """Give each of `heads` the full name that the report has for it; leave out those that may be two people."""
    out = []
    for head in heads:
        whole = {span.name: span for span in full if _is_called(span, head)}
        if any(head.name in span.called for span in whole.values()):
            continue  # a family alone, which is read wherever it stands
        if len(whole) == 1:
            (known,) = whole.values()
            out.append(replace(known, start=head.start, end=head.end, surface=head.surface, within=""))
        elif not whole:
            out.append(_in_full(text, head))
    return tuple(out)


def _in_full(text: str, head: NameSpan) -> NameSpan:
    """The name as the report prints it once where no rule has read it: 'Mauritian Prime Minister Navin Ramgul India's ...'."""
    pattern = rf"(?<![\w-])(?:([A-Za-z]+)\.? )?([A-Z][\w'’-]+) {re.escape(head.name)}(?![\w-])"
    given = {word for before, word in re.findall(pattern, text) if _can_be_given(before, word)}
    if len(given) != 1 or head.honorific:
        return head
    (first,) = given
    return replace(head, name=f"{first} {head.name}", given=first, style="foreign")


def _can_be_given(before: str, word: str) -> bool:
    """Whether a word can be the given name of the family behind it: a known one, or an unknown one behind an office."""
    known = read_word(word)
    if known.stop or known.office or known.low in honorific_heads() or word.isupper():
        return False
    titled = (before.lower(),) in vocabulary().titles or before.lower() in honorific_heads()
    return "given" in known.foreign or titled


def _is_called(span: NameSpan, head: NameSpan) -> bool:
    """Whether a full name has the word: not as that of a father, and a monarch's in front ('King Salman' is no Mohammed bin Salman)."""
    words = ARTICLE.sub("", span.name).split()
    at = words.index(head.name) if head.name in words else -1
    return at == 0 or (at > 0 and not head.honorific and words[at - 1] not in FATHERS)


def _is_name(text: str, start: int, end: int) -> bool:
    printed = text[start:end]
    word = read_word(printed)
    if (
        word.low in OF_THE_OFFICE
        or printed.isupper()
        or word.office
        or word.kinds - {"english"}
        or word.pinyin == 1
    ):
        return False
    if word.low in vocabulary().portfolios or word.low in lexicon().offices:
        return False
    if word.stop and not word.foreign & FAMILY_WORDS:
        return False
    if word.low in lower_words(text) or find_places(text, start, end):
        return False
    return CLOSED.match(text, end) is not None and CROWD_BEHIND.match(text, end) is None
