"""Who sat with whom: the network, its measures, its view and its doors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graph.network import AmbiguousName, Network, UnknownName

__all__ = ["AmbiguousName", "Network", "UnknownName"]


def __getattr__(name: str) -> Any:
    """Import the public names when they are asked for: the command line's help must not wait for pandas and SciPy."""
    if name in __all__:
        import graph.network

        return getattr(graph.network, name)
    raise AttributeError(f"module 'graph' has no attribute {name!r}")
