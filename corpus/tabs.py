"""Tabs between words as spaces that keep the columns: a table stays one where its cells are of different widths."""

from __future__ import annotations

GAP = "   "  # spaces between two columns
MOST = 4  # times the letters of a table that its columns may take


def without_tabs(text: str) -> str:
    """Write the cells of neighbouring lines that tabs divide below each other; any other tab is one space."""
    if "\t" not in text:
        return text
    out: list[str] = []
    block: list[list[str]] = []
    for line in [*text.split("\n"), ""]:
        if "\t" in line.strip():
            block.append(_cells(line))
            continue
        out += _aligned(block) if len(block) > 1 else [" ".join(cells) for cells in block]
        block = []
        out.append(line.replace("\t", " "))
    return "\n".join(out[:-1])


def _cells(line: str) -> list[str]:
    """The cells of a line; a number or a bullet in front is no cell of its own."""
    first, *others = (cell.strip() for cell in line.strip().split("\t"))
    indent = line[: len(line) - len(line.lstrip())].replace("\t", " ")
    if others and not any(character.isalpha() for character in first):
        first, *others = f"{first} {others[0]}".strip(), *others[1:]
    return [indent + first, *others]


def _aligned(block: list[list[str]]) -> list[str]:
    """The rows as lines, each cell as wide as the widest of its column; plain gaps where that would swell the text."""
    count = max(len(row) for row in block)
    widths = [max((len(row[n]) for row in block if n < len(row) - 1), default=0) for n in range(count)]
    printed = sum(len(cell) + len(GAP) for row in block for cell in row)
    if sum(widths[n] for row in block for n in range(len(row) - 1)) > MOST * printed:
        return [GAP.join(row) for row in block]
    return [
        "".join(cell.ljust(widths[n]) + GAP for n, cell in enumerate(row[:-1])) + row[-1] for row in block
    ]
