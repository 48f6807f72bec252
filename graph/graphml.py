"""Write GraphML as networkx does, byte for byte, but element by element: no second copy of the graph, no tree of the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
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
        data = _named(given)
        shape = _shape(scope, data)
        if shape not in shapes:
            for name, value in data.items():
                keys.setdefault((scope, name, _kind(value)), f"d{len(keys)}")
            shapes[shape] = [
                (_opening(keys[scope, name, _kind(value)]), _writer(value)) for name, value in data.items()
            ]
    direction = "directed" if graph.is_directed() else "undirected"
    with path.open("w", encoding="ascii", errors="xmlcharrefreplace", newline="\n") as file:
        file.write(HEAD)
        file.writelines(_key(*key, number) for key, number in reversed(keys.items()))
        if not graph and not own:
            file.write(f'  <graph edgedefault="{direction}" />\n</graphml>\n')
            return
        file.write(f'  <graph edgedefault="{direction}">\n')
        file.writelines(_element(element, shapes) for element in _elements(graph, names))
        file.writelines(
            f"    {_datum(_opening(keys[key]), _flat_text(value))}\n" for key, value in own.items()
        )
        file.write(FOOT)


def _data(graph: nx.Graph) -> Iterator[tuple[str, dict[Any, Any]]]:
    """The attributes of every node, then of every edge."""
    yield from (("node", data) for _, data in graph.nodes(data=True))
    yield from (("edge", data) for *_, data in graph.edges(data=True))


def _elements(graph: nx.Graph, names: dict[Any, str]) -> Iterator[Element]:
    quoted = {node: _quoted(name) for node, name in names.items()}
    for node, data in graph.nodes(data=True):
        yield "node", f"id={quoted[node]}", data
    if graph.is_multigraph():
        for a, b, key, data in graph.edges(data=True, keys=True):
            yield "edge", f"source={quoted[a]} target={quoted[b]} id={_quoted(str(flat(key)))}", data
    else:
        for a, b, data in graph.edges(data=True):
            yield "edge", f"source={quoted[a]} target={quoted[b]}", data


def _element(element: Element, shapes: dict[Shape, list[Writer]]) -> str:
    scope, opening, given = element
    data = _named(given)
    if not data:
        return f"    <{scope} {opening} />\n"
    lines = [f"    <{scope} {opening}>\n"]
    for (start, write), value in zip(shapes[_shape(scope, data)], data.values(), strict=True):
        lines.append(f"      {_datum(start, write(value))}\n")
    lines.append(f"    </{scope}>\n")
    return "".join(lines)


def _shape(scope: str, data: dict[str, Any]) -> Shape:
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


def _key(scope: str, name: str, kind: str, number: str) -> str:
    return f'  <key id="{number}" for="{scope}" attr.name={_quoted(name)} attr.type="{kind}" />\n'


def _quoted(text: str) -> str:
    return f'"{text.translate(IN_ATTRIBUTES)}"'


def _named(data: dict[Any, Any]) -> dict[str, Any]:
    """The data under names that XML can hold: as a rule the data itself."""
    return data if all(map(_is_plain, data)) else {str(flat(name)): value for name, value in data.items()}


@lru_cache(maxsize=1024)
def _is_plain(name: Any) -> bool:
    return isinstance(name, str) and flat(name) == name


def _kind(value: Any) -> str:
    return KINDS.get(type(value), "string")
