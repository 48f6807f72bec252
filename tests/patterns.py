"""Every regular expression of the program, and inputs made to hurt each of them. Run as a script: prints the slow ones.

Patterns are caught as they are compiled, from code and rules alike, while all modules are imported and a report of each kind
is read. From the parsed form of a pattern come strings that reach each of its repeats; there the repeated part is pumped, and
something that cannot match follows. What takes longer than LIMIT on LENGTH characters is reported: a backtracking pattern of
exponential, cubic or bad quadratic cost does, a linear one takes a thousandth of that.
"""

from __future__ import annotations

import gc
import importlib
import json
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
LAYERS = ("corpus", "extract", "graph")
LENGTH = 600
LIMIT = 0.25
ENDS = ("\x00", "")
ATTACKS = 40
DEEPEST = 24


class TooSlowError(Exception):
    """A match took longer than the limit."""


def caught(work: Callable[[], None]) -> dict[tuple[str, int], str]:
    """Return the patterns that code below the three layers compiles during `work`, each with the file that did."""
    from re import _compiler  # type: ignore[attr-defined]

    found: dict[tuple[str, int], str] = {}
    real = _compiler.compile

    def compile_and_note(pattern: Any, flags: int = 0) -> Any:
        frame = sys._getframe(1)
        while Path(frame.f_code.co_filename).parent.name == "re" and frame.f_back is not None:
            frame = frame.f_back  # what called the module `re`: code of a library is not ours to test
        path = Path(frame.f_code.co_filename)
        if isinstance(pattern, str) and path.is_relative_to(ROOT):
            name = path.relative_to(ROOT)
            if name.parts[0] in LAYERS:
                found.setdefault((pattern, int(flags)), name.as_posix())
        return real(pattern, flags)

    _compiler.compile = compile_and_note
    try:
        work()
    finally:
        _compiler.compile = real
    return found


def load_everything() -> None:
    """Import every module and read the samples, so that patterns that are made at the first use are made."""
    for layer in LAYERS:
        for path in sorted((ROOT / layer).glob("*.py")):
            if path.stem != "__main__":
                importlib.import_module(f"{layer}.{path.stem}")
    from corpus.load import read_reports
    from corpus.needed import Guarded
    from extract.frame_rows import all_verbs
    from extract.reading import read_report

    documents, _ = read_reports([ROOT / "corpus" / "samples"])
    for document in documents:
        read_report(document, None)
    rules = [*all_verbs(), *(thing for thing in gc.get_objects() if isinstance(thing, Guarded))]
    for rule in rules:
        rule.pattern  # noqa: B018 (compiled when it is first tried)


def attacks(pattern: str, flags: int) -> Iterator[str]:
    """Strings that reach each repeat of a pattern, pump it up to LENGTH, and then fail."""
    from re import _parser  # type: ignore[attr-defined]

    for before, pump in pumps(list(_parser.parse(pattern, flags)), "", 0):
        if pump:
            for end in ENDS:
                yield before + pump * (LENGTH // len(pump)) + end


def pumps(items: list[Any], before: str, depth: int) -> Iterator[tuple[str, str]]:
    """Walk a parsed pattern: for each unbounded or long repeat, what stands before it and one turn of it."""
    if depth > DEEPEST:
        return
    for operation, argument in items:
        name = str(operation)
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            low, high, inner = argument
            if int(high) > 8:
                for turn in turns(list(inner), 0):
                    yield before, turn
            yield from pumps(list(inner), before, depth + 1)
            before += sample(list(inner), 0) * int(low)
        elif name == "SUBPATTERN":
            yield from pumps(list(argument[-1]), before, depth + 1)
            before += sample(list(argument[-1]), 0)
        elif name == "BRANCH":
            for branch in argument[1]:
                yield from pumps(list(branch), before, depth + 1)
            before += sample(list(argument[1][0]), 0)
        elif name in ("ASSERT", "ASSERT_NOT"):
            yield from pumps(list(argument[1]), before, depth + 1)
        else:
            before += sample([(operation, argument)], 0)


def turns(inner: list[Any], depth: int) -> Iterator[str]:
    """One turn of a repeat, by each of its branches, and by its shortest form twice."""
    whole = sample(inner, depth)
    yield whole
    for operation, argument in inner:
        if str(operation) == "BRANCH":
            for branch in argument[1][:6]:
                yield sample(list(branch), depth)
        elif str(operation) == "SUBPATTERN":
            yield from turns(list(argument[-1]), depth + 1)
        elif str(operation) == "IN" and depth == 0:
            yield from {member(argument), member(list(reversed(argument)))}


def sample(items: list[Any], depth: int) -> str:
    """A short string that a parsed pattern matches (look-arounds apart)."""
    if depth > DEEPEST:
        return ""
    out = ""
    for operation, argument in items:
        name = str(operation)
        if name == "LITERAL":
            out += chr(argument)
        elif name == "NOT_LITERAL":
            out += "b" if argument == ord("a") else "a"
        elif name == "ANY":
            out += "a"
        elif name == "IN":
            out += member(argument)
        elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            out += sample(list(argument[2]), depth + 1) * max(1, int(argument[0]))
        elif name == "SUBPATTERN":
            out += sample(list(argument[-1]), depth + 1)
        elif name == "ATOMIC_GROUP":
            out += sample(list(argument), depth + 1)
        elif name == "BRANCH":
            out += sample(list(argument[1][0]), depth + 1)
    return out


CATEGORIES = {"DIGIT": "7", "SPACE": " ", "WORD": "a", "NOT_DIGIT": "a", "NOT_SPACE": "a", "NOT_WORD": " "}


def member(choices: list[Any]) -> str:
    """A character of a set."""
    refused = str(choices[0][0]) == "NEGATE"
    if refused:
        own = re.compile("[^" + "".join(_inside(choice) for choice in choices[1:]) + "]")
        return next((c for c in "aA7 ,.-xé\n" if own.match(c)), "\x01")
    operation, argument = choices[0]
    name = str(operation)
    if name == "LITERAL":
        return chr(argument)
    if name == "RANGE":
        return chr(argument[0])
    return CATEGORIES.get(str(argument).removeprefix("CATEGORY_"), "a")


def _inside(choice: tuple[Any, Any]) -> str:
    operation, argument = choice
    name = str(operation)
    if name == "LITERAL":
        return re.escape(chr(argument))
    if name == "RANGE":
        return f"{re.escape(chr(argument[0]))}-{re.escape(chr(argument[1]))}"
    short = {
        "DIGIT": r"\d",
        "SPACE": r"\s",
        "WORD": r"\w",
        "NOT_DIGIT": r"\D",
        "NOT_SPACE": r"\S",
        "NOT_WORD": r"\W",
    }
    return short.get(str(argument).removeprefix("CATEGORY_"), "")


def seconds(pattern: re.Pattern[str], text: str, limit: float) -> float:
    """How long a search takes, or `limit` where it takes longer: the engine looks for signals as it works."""

    def stop(*_: object) -> None:
        raise TooSlowError

    signal.signal(signal.SIGPROF, stop)
    start = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, limit)
    try:
        if pattern.pattern.startswith(r"\s*"):
            pattern.fullmatch(text)  # a rule for whole lines: matched where a line begins, never searched for
        else:
            for _ in pattern.finditer(text):
                pass
    except TooSlowError:
        return limit
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return time.process_time() - start


def main() -> None:
    """Print how many patterns there are, and those that are slow with what hurts them, as JSON."""
    found = caught(load_everything)
    slow = []
    tried = 0
    for (text, flags), path in sorted(found.items(), key=lambda item: (item[1], item[0])):
        pattern = re.compile(text, flags)
        worst, by = 0.0, ""
        for attack in islice(dict.fromkeys(attacks(text, flags)), ATTACKS):
            tried += 1
            taken = seconds(pattern, attack, LIMIT)
            if taken > worst:
                worst, by = taken, f"{attack[:60]}...{attack[-3:]}"
            if worst >= LIMIT:
                break
        if worst >= LIMIT:
            slow.append({"file": path, "pattern": text[:200], "seconds": round(worst, 2), "input": by})
    print(json.dumps({"patterns": len(found), "attacks": tried, "slow": slow}, indent=1))


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
