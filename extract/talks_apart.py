"""Talks and visits that one sentence tells of and that were one by one: 'met with A and B respectively', 'A and B led teams to X and Y respectively'.

Whoever was received one by one did not sit together: each of these talks is a gathering of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.needed import guarded
from extract.clause_act import Act
from extract.list_record import Entry

ONE_BY_ONE = guarded(
    r"\b(?:separately|individually|one after (?:the other|another)|separate (?:\w+ ){0,2}?(?:meetings|talks|audiences|discussions|calls)"
    r"|(?:met|received|respectively) in turn|in turn (?:met|received))\b",
    re.IGNORECASE,
)
THEN = re.compile(
    r"\b(?:then|later|afterwards?|subsequently|separately)(?: (?:met|talked|spoke))? with\b", re.IGNORECASE
)
SEVERAL = guarded(r"\bmeetings with\b", re.IGNORECASE)
"""Of one with several; several may have met one together."""
RESPECTIVELY = guarded(r"\brespectively\b", re.IGNORECASE)


def talks_apart(text: str, start: int, end: int, acts: Sequence[Act]) -> tuple[Act, ...]:
    """Part the talks and visits of a sentence (`text[start:end]`) that it says were one by one: an act for each side that was met, or each visitor."""
    out: list[Act] = []
    for number, act in enumerate(acts):
        if act.rule not in ("meet", "inspect") or len(act.entries) < 2:
            out.append(act)
            continue
        opens = acts[number - 1].entries[-1].end if number else start
        closes = acts[number + 1].start if number + 1 < len(acts) else end
        clause = text[min(opens, act.start) : max(closes, act.entries[-1].end)]
        if act.rule == "inspect":
            out += _visits(clause, act)
            continue
        out += [late for each in _parted(clause, act) for late in _one_after_another(text, each)]
    return tuple(out)


def _parted(clause: str, act: Act) -> list[Act]:
    """Pair hosts and guests in their order where the clause says so, else each side that was met with all hosts."""
    if len(act.entries) < 3:
        return [act]
    hosts = [entry for entry in act.entries if entry.start < act.start]
    met = _with_their_company([entry for entry in act.entries if entry.start >= act.start])
    paired = RESPECTIVELY.search(clause) is not None and not _shares_posts(act.entries)
    each = paired or ONE_BY_ONE.search(clause) is not None
    if not (each or SEVERAL.search(clause)):
        return [act]
    if paired and len(hosts) == len(met) > 1:
        sides = [(host, *guests) for host, guests in zip(hosts, met, strict=True)]
    elif len(met) > 1 and hosts:
        sides = [(*hosts, *guests) for guests in met]
    elif each and len(hosts) > 1 and len(met) == 1:
        sides = [(host, *met[0]) for host in hosts]
    else:
        return [act]
    return [replace(act, entries=entries) for entries in sides]


def _visits(clause: str, act: Act) -> list[Act]:
    """'A, B and C led teams to X, Y and Z respectively': a visit of each."""
    named = [entry for entry in act.entries if entry.name is not None]
    apart = RESPECTIVELY.search(clause) is not None or ONE_BY_ONE.search(clause) is not None
    if len(named) < 2 or not apart or _shares_posts(act.entries):
        return [act]
    return [replace(act, entries=(entry,)) for entry in named]


def _one_after_another(text: str, act: Act) -> list[Act]:
    """'Met with A, then with B': talks with each."""
    hosts = [entry for entry in act.entries if entry.start < act.start]
    met = [entry for entry in act.entries if entry.start >= act.start]
    cuts = [n for n in range(1, len(met)) if THEN.search(text, met[n - 1].end, met[n].start)]
    if not (hosts and cuts):
        return [act]
    parts = [met[a:b] for a, b in zip([0, *cuts], [*cuts, len(met)], strict=True)]
    return [replace(act, entries=(*hosts, *part)) for part in parts]


def _with_their_company(entries: Sequence[Entry]) -> list[tuple[Entry, ...]]:
    """Each side that was met, with the crowd that is named behind it: 'A and his delegation'."""
    sides: list[tuple[Entry, ...]] = []
    for entry in entries:
        if entry.group and sides:
            sides[-1] = (*sides[-1], entry)
        else:
            sides.append((entry,))
    return sides


def _shares_posts(entries: Sequence[Entry]) -> bool:
    """'A and B, chairman and manager respectively': it is the posts that are dealt out."""
    named = [entry for entry in entries if entry.name is not None]
    last = max((entry.name.end for entry in named if entry.name is not None), default=0)
    return any(post.start > last for entry in named[:-1] for post in entry.posts)
