"""Write GraphML as networkx does, byte for byte, but element by element: no second copy of the graph, no tree of the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.exporters import attributes, flat, plain_names

if TYPE_CHECKING:
    import networkx as nx

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns '
    'http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
)
FOOT = "  </graph>\n</graphml>\n"
IN_ATTRIBUTES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#09;"}
)
KINDS = {bool: "boolean", int: "long", float: "double"}
Key = tuple[str, str, str]
Shape = tuple[Any, ...]
Writer = tuple[str, Callable[[Any], str]]
"""How a datum begins, and what writes its value."""
Element = tuple[str, str, dict[str, Any]]
"""Node or edge, its attributes as XML, and its data."""


def write_graphml(graph: nx.Graph, path: Path) -> None:
    """Write GraphML (UTF-8, in ASCII with character references) with flattened attributes, in the order of the graph."""
    names = plain_names(graph)
    own = {("graph", name, _kind(value)): value for name, value in attributes(graph.graph).items()}
    keys: dict[Key, str] = {}
    for key in own:
        keys.setdefault(key, f"d{len(keys)}")
    shapes: dict[Shape, list[Writer]] = {}
    for scope, given in _data(graph):
        data = named(given)
        shape = shape_of(scope, data)
        if shape not in shapes:
            enter(keys, keys_of(scope, data))
            shapes[shape] = writers_of(scope, data, keys)
    direction = "directed" if graph.is_directed() else "undirected"
    with path.open("w", encoding="ascii", errors="xmlcharrefreplace", newline="\n") as file:
        file.write(HEAD)
        file.writelines(key_text(*key, number) for key, number in reversed(keys.items()))
        if not graph and not own:
            file.write(f'  <graph edgedefault="{direction}" />\n</graphml>\n')
            return
        file.write(f'  <graph edgedefault="{direction}">\n')
        file.writelines(element_text(element, shapes) for element in _elements(graph, names))
        for key, value in own.items():
            file.write(f"    {_datum(_opening(keys[key]), _flat_text(value))}\n")
        file.write(FOOT)


def _data(graph: nx.Graph) -> Iterator[tuple[str, dict[Any, Any]]]:
    """The attributes of every node, then of every edge."""
    yield from (("node", data) for _, data in graph.nodes(data=True))
    yield from (("edge", data) for *_, data in graph.edges(data=True))


def _elements(graph: nx.Graph, names: dict[Any, str]) -> Iterator[Element]:
    ids = {node: quoted(name) for node, name in names.items()}
    for node, data in graph.nodes(data=True):
        yield "node", f"id={ids[node]}", data
    if graph.is_multigraph():
        for a, b, key, data in graph.edges(data=True, keys=True):
            yield "edge", f"source={ids[a]} target={ids[b]} id={quoted(str(flat(key)))}", data
    else:
        for a, b, data in graph.edges(data=True):
            yield "edge", f"source={ids[a]} target={ids[b]}", data


def enter(keys: dict[Key, str], found: Iterable[Key]) -> None:
    """Number the keys that have no number yet."""
    for key in found:
        if key not in keys:
            keys[key] = f"d{len(keys)}"


def keys_of(scope: str, data: dict[str, Any]) -> list[Key]:
    """The keys of an element's data."""
    return [(scope, name, KINDS.get(type(value), "string")) for name, value in data.items()]


def writers_of(scope: str, data: dict[str, Any], keys: Mapping[Key, str]) -> list[Writer]:
    """What writes the data of elements of this shape."""
    starts = [_opening(keys[key]) for key in keys_of(scope, data)]
    return list(zip(starts, map(_writer, data.values()), strict=True))


def element_text(element: Element, shapes: Mapping[Shape, list[Writer]]) -> str:
    """Write a node or an edge; `shapes` has what writes its data."""
    scope, opening, given = element
    data = named(given)
    if not data:
        return f"    <{scope} {opening} />\n"
    lines = [f"    <{scope} {opening}>\n"]
    for (start, write), value in zip(shapes[shape_of(scope, data)], data.values(), strict=True):
        lines.append(f"      {_datum(start, write(value))}\n")
    lines.append(f"    </{scope}>\n")
    return "".join(lines)


def shape_of(scope: str, data: dict[str, Any]) -> Shape:
    """What decides the keys of an element's data: as a rule there are a dozen in a graph."""
    return (scope, *data, *map(type, data.values()))


def _datum(start: str, text: str) -> str:
    return f"{start}>{text}</data>" if text else f"{start} />"


def _opening(key: str) -> str:
    return f'<data key="{key}"'


def _writer(value: Any) -> Callable[[Any], str]:
    """What writes values of the type of this one."""
    return _text if type(value) is str else str if type(value) in KINDS else _flat_text


def _flat_text(value: Any) -> str:
    plain = flat(value)
    return _text(plain) if isinstance(plain, str) else str(plain)


@lru_cache(maxsize=1 << 15)
def _text(value: str) -> str:
    """Text for an element; a sentence stands in many of them."""
    text = str(flat(value))
    if "&" in text or "<" in text or ">" in text:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text


def key_text(scope: str, name: str, kind: str, number: str) -> str:
    """Write the declaration of a key."""
    return f'  <key id="{number}" for="{scope}" attr.name={quoted(name)} attr.type="{kind}" />\n'


def quoted(text: str) -> str:
    """Write text as the value of an attribute."""
    return f'"{text.translate(IN_ATTRIBUTES)}"'


def named(data: dict[Any, Any]) -> dict[str, Any]:
    """The data under names that XML can hold: as a rule the data itself."""
    return data if all(map(_is_plain, data)) else {str(flat(name)): value for name, value in data.items()}


@lru_cache(maxsize=1024)
def _is_plain(name: Any) -> bool:
    return isinstance(name, str) and flat(name) == name


def _kind(value: Any) -> str:
    return KINDS.get(type(value), "string")
