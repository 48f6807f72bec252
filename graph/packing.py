"""Place the parts of a drawing side by side: the largest in the middle, the small ones in rows, no two over each other."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

Position = tuple[float, float]

ASPECT = 1.4  # width to height of the stage on a common screen, beside the panel and with room for names
GAP = 90.0  # between parts: room for the names at their edges
STEP = 30.0  # between the rings on which a free place is looked for
DOMINANT = 0.4  # a part with this share of the area gets the middle, the others stand around it


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A part with its size; its positions begin at (0, 0)."""

    spots: Mapping[str, Position]
    width: float
    height: float


def box_of(spots: Mapping[str, Position]) -> Box:
    """Move a part so that its left upper corner is (0, 0). Raises ValueError where it is empty."""
    left = min(x for x, _ in spots.values())
    top = min(y for _, y in spots.values())
    moved = {node: (x - left, y - top) for node, (x, y) in spots.items()}
    return Box(
        spots=moved,
        width=max(x for x, _ in moved.values()),
        height=max(y for _, y in moved.values()),
    )


def pack(boxes: Sequence[Box]) -> dict[str, Position]:
    """Arrange the boxes in about the shape of a screen, with `GAP` between them; rounded to one decimal.

    Where one box holds most of the area it stands in the middle of the top and the others in rows below it, or in a column
    beside it, whichever fits a screen better. Else all stand in rows. The order of equal boxes is that of their first node.
    """
    if not boxes:
        return {}
    ordered = sorted(boxes, key=lambda box: (-len(box.spots), min(box.spots)))
    area = sum((box.width + GAP) * (box.height + GAP) for box in ordered)
    first, rest = ordered[0], ordered[1:]
    plans = []
    if rest and (first.width + GAP) * (first.height + GAP) >= DOMINANT * area:
        beside = max(box.width for box in rest)
        plans.append(_rows([[first], *_shelves(rest, first.width)]))
        plans += [_beside(first, _shelves(rest, beside * times)) for times in (1.0, 2.1, 3.2)]
    else:
        widest = max(box.width for box in ordered)
        for share in (0.8, 1.0, 1.2, 1.5, 1.9):
            plans.append(_rows(_shelves(ordered, max(widest, share * (area * ASPECT) ** 0.5))))
    best = min(plans, key=_cost)
    return {
        node: (round(left + x, 1), round(top + y, 1))
        for box, left, top in best
        for node, (x, y) in box.spots.items()
    }


def pack_near(boxes: Sequence[Box], wanted: Sequence[Position | None]) -> dict[str, Position]:
    """Put each box where its corner is wanted, or as near as there is room; those wanted nowhere as near as can be to the middle.

    The larger boxes choose first, those that had a place before those that had none.
    """
    import numpy as np

    order = sorted(
        range(len(boxes)), key=lambda n: (wanted[n] is None, -len(boxes[n].spots), min(boxes[n].spots))
    )
    taken = np.empty((0, 4))
    spots: dict[str, Position] = {}
    for number in order:
        box, corner = boxes[number], wanted[number]
        if corner is None:
            low, high = taken[:, :2].min(axis=0), taken[:, 2:].max(axis=0)
            corner = tuple(((low + high) / 2 - (box.width / 2, box.height / 2)).tolist())
        left, top = next(
            filter(None, (_first_free(np.array(corner) + ring, box, taken) for ring in _rings()))
        )
        taken = np.vstack([taken, [left, top, left + box.width, top + box.height]])
        spots.update({node: (left + x, top + y) for node, (x, y) in box.spots.items()})
    return spots


def _rings() -> Iterator[Points]:
    """The way to each place around a corner: to itself, then on wider and wider rings."""
    import numpy as np

    yield np.zeros((1, 2))
    yield from map(_ring, count(1))


@lru_cache(maxsize=1024)
def _ring(ring: int) -> Points:
    import numpy as np

    turns = [step / (8 * ring) * 2 * math.pi for step in range(8 * ring)]
    return np.array([(STEP * ring * ASPECT * math.cos(turn), STEP * ring * math.sin(turn)) for turn in turns])


def _first_free(places: Points, box: Box, taken: Points) -> Position | None:
    """The first of the places where there is half the usual gap around a box."""
    left, top, gap = places[:, :1], places[:, 1:], GAP / 2
    clear = (
        (taken[:, 2] + gap < left)
        | (taken[:, 0] > left + box.width + gap)
        | (taken[:, 3] + gap < top)
        | (taken[:, 1] > top + box.height + gap)
    ).all(axis=1)
    if not clear.any():
        return None
    x, y = places[int(clear.argmax())].tolist()
    return x, y


_Plan = list[tuple[Box, float, float]]


def _cost(plan: _Plan) -> float:
    """The width of the smallest screen of the usual shape that shows the plan."""
    width, height = _extent(plan)
    return round(max(width, height * ASPECT), 3)


def _extent(plan: _Plan) -> tuple[float, float]:
    return (
        max(left + box.width for box, left, _ in plan),
        max(top + box.height for box, _, top in plan),
    )


def _shelves(boxes: Sequence[Box], limit: float) -> list[list[Box]]:
    """Fill rows up to `limit`, the tall boxes first, so that a row wastes little height."""
    rows: list[list[Box]] = []
    used = 0.0
    for box in sorted(boxes, key=lambda box: (-round(box.height, 3), -len(box.spots), min(box.spots))):
        if rows and used + GAP + box.width <= limit:
            rows[-1].append(box)
            used += GAP + box.width
        else:
            rows.append([box])
            used = box.width
    return rows


def _rows(rows: Sequence[Sequence[Box]]) -> _Plan:
    """Stack rows, each in the middle of the widest, its boxes in the middle of its height."""
    widths = [sum(box.width for box in row) + GAP * (len(row) - 1) for row in rows]
    plan: _Plan = []
    top = 0.0
    for row, width in zip(rows, widths, strict=True):
        height = max(box.height for box in row)
        left = (max(widths) - width) / 2
        for box in row:
            plan.append((box, left, top + (height - box.height) / 2))
            left += box.width + GAP
        top += height + GAP
    return plan


def _beside(first: Box, rows: Sequence[Sequence[Box]]) -> _Plan:
    """Put the rows to the right of `first`, both in the middle of the taller one's height."""
    column = _rows(rows)
    height = _extent(column)[1]
    whole = max(height, first.height)
    plan = [(first, 0.0, (whole - first.height) / 2)]
    return plan + [(box, first.width + GAP + x, (whole - height) / 2 + y) for box, x, y in column]
