"""Link the page's JavaScript modules into one script, in the order in which a browser would load them.

The page is one file under a policy that lets its own script run and nothing else, so that `import` cannot be left to the browser. The
modules stay plain ES modules that a browser loads as they are (a test does); linking takes their import lines and export words away
and puts them into one scope. What would go wrong there is refused: see `link`.

The modules keep to three forms: `import { a, b } from "./c.js";` (or `import "./c.js";`), `export` before a function or a
declaration of one name, and `export { a, b };`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

NAME = r"[A-Za-z_$][\w$]*"
_IMPORT = re.compile(r'^import (?:\{([^{}]*)\} from )?"\./([\w-]+\.js)";\n', re.MULTILINE)
_LIST = re.compile(r"^export \{([^{}]*)\};\n", re.MULTILINE)
_EXPORTED = re.compile(rf"^export (?:(?:async )?function\*? |const |let )({NAME})", re.MULTILINE)
_FUNCTION = re.compile(rf"^(?:export )?(?:async )?function\*? ({NAME})", re.MULTILINE)
_DECLARATION = re.compile(r"^(?:export )?(?:const|let) ", re.MULTILINE)
_TEXT = re.compile(
    r"""//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`"""
    r"""|(?<=[(,=:\[!&|?{};\n])[ ]?/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+/[a-z]*""",
    re.DOTALL,
)


class ModuleError(ValueError):
    """A module does not fit the others; the message names the file and the name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """One file: `imports` is file -> names, `tops` every name of its own scope, `code` the text without import and export."""

    name: str
    imports: Mapping[str, tuple[str, ...]]
    exports: frozenset[str]
    tops: tuple[str, ...]
    code: str


def read_module(name: str, text: str) -> Module:
    """Read one file. Raises ModuleError for an import or export in another form than the three."""
    imports: dict[str, tuple[str, ...]] = {}
    for names, other in _IMPORT.findall(text):
        if other in imports:
            raise ModuleError(f"{name} imports {other} twice")
        imports[other] = _listed(names)
    exported = [*_EXPORTED.findall(text), *(one for names in _LIST.findall(text) for one in _listed(names))]
    code = re.sub(
        r"^export (?=(?:async )?function\b|const |let )",
        "",
        _LIST.sub("", _IMPORT.sub("", text)),
        flags=re.MULTILINE,
    )
    if odd := re.search(r"^(?:import|export)\b.*", _blanked(code), re.MULTILINE):
        raise ModuleError(f"{name} has a form of import or export that is not linked: {odd[0]}")
    return Module(
        name=name, imports=imports, exports=frozenset(exported), tops=tuple(_tops(code)), code=code.strip()
    )


def link(sources: Mapping[str, str], entry: str) -> list[Module]:
    """Order the modules that `entry` needs, each after those that it imports.

    Raises ModuleError for an import of a file or a name that is not there or is not used, a cycle, an export that nobody
    imports, a module that nobody needs, one name at the top of two modules, and a name of another module that is used without
    an import.
    """
    modules = {name: read_module(name, text) for name, text in sources.items()}
    order = [modules[name] for name in _ordered(modules, entry, ())]
    if idle := sorted(modules.keys() - {module.name for module in order}):
        raise ModuleError(f"nobody imports {', '.join(idle)}")
    wanted = {(other, one) for module in order for other, names in module.imports.items() for one in names}
    homes = Counter(top for module in order for top in module.tops)
    for module in order:
        _check_names(module, modules, frozenset(homes))
    for module in order:
        if twice := [top for top in module.tops if homes[top] > 1]:
            raise ModuleError(f"{module.name} has {twice[0]}, as another module has")
        for one in sorted(module.exports):
            if one not in module.tops:
                raise ModuleError(f"{module.name} exports {one}, which it does not have")
            if (module.name, one) not in wanted:
                raise ModuleError(f"{module.name} exports {one}, which nobody imports")
    return order


def _ordered(modules: Mapping[str, Module], name: str, above: tuple[str, ...]) -> list[str]:
    """The module after all that it imports, depth first, as a browser evaluates them."""
    found: dict[str, None] = {}

    def visit(name: str, above: tuple[str, ...]) -> None:
        if name in above:
            raise ModuleError(f"a cycle: {' -> '.join([*above[above.index(name) :], name])}")
        if name in found:
            return
        if name not in modules:
            raise ModuleError(f"{above[-1] if above else 'the page'} imports {name}, which is not there")
        for other in modules[name].imports:
            visit(other, (*above, name))
        found[name] = None

    visit(name, above)
    return list(found)


def _check_names(module: Module, modules: Mapping[str, Module], known: frozenset[str]) -> None:
    """Every imported name is there and used, and no other module's name is used without an import."""
    text = _blanked(module.code)
    used = set(re.findall(rf"(?<![\w$.])(?<!\.\.\.){NAME}|(?<=\.\.\.){NAME}", text))
    imported = set()
    for other, names in module.imports.items():
        for one in names:
            if one not in modules[other].exports:
                raise ModuleError(f"{module.name} imports {one} from {other}, which does not export it")
            if one not in used:
                raise ModuleError(f"{module.name} imports {one} and does not use it")
            if one in imported:
                raise ModuleError(f"{module.name} imports {one} twice")
            imported.add(one)
    called = set(re.findall(rf"(?<![\w$.])({NAME})(?=[(.\[])", text)) | set(
        re.findall(rf"(?<=\.\.\.){NAME}", text)
    )
    if missing := sorted((called & known) - imported - set(module.tops) - _bound(text)):
        raise ModuleError(f"{module.name} uses {missing[0]} without an import")


def _bound(text: str) -> set[str]:
    """Names that functions and blocks bind for themselves: parameters and declarations."""
    lists = re.findall(r"\(([^()]*)\) =>|function\*? ?[\w$]*\(([^()]*)\)|catch \(([^()]*)\)", text)
    found = {one for group in lists for part in group for one in re.findall(NAME, part)}
    found |= set(re.findall(rf"(?<![\w$.])({NAME}) =>", text))
    found |= set(re.findall(rf"(?:const|let|,)\s+({NAME}) =", text))
    for part in re.findall(r"(?:const|let|,|\()\s*([{\[][^=;]*[}\]])\s*(?:=|of\b|\) =>|,)", text):
        found |= set(re.findall(NAME, part))
    return found | set(re.findall(rf"(?:const|let) ({NAME}) of", text))


def _tops(code: str) -> Iterator[str]:
    """The names that a module declares at its top."""
    text = _blanked(code)
    yield from _FUNCTION.findall(text)
    for start in _DECLARATION.finditer(text):
        depth, pattern, name = 0, 0, True
        for token in re.finditer(rf"{NAME}|=>|[()\[\]{{}},;=]", text[start.end() :]):
            found = token[0]
            if found in "([{":
                depth += 1
                pattern += name
            elif found in ")]}":
                depth -= 1
                pattern -= pattern > 0
            elif found == ";" and not depth:
                break
            elif found == "," and not depth:
                name = True
            elif found == "=" and not depth:
                name = False
            elif name and (not depth or pattern) and found not in (",", "=", "=>"):
                yield found


def _blanked(text: str) -> str:
    """Put spaces where comments, strings and regular expressions stand."""
    return _TEXT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def _listed(names: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in names.split(",") if one.strip())
