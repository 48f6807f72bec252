"""A page inside another: how a notebook shows the view."""

from __future__ import annotations


class Inline:
    """A page in a frame of its own, so that several views in one notebook do not disturb one another."""

    def __init__(self, page: str, height: int) -> None:
        self._page = page
        self._height = int(height)

    def _repr_html_(self) -> str:
        from html import escape

        return (
            f'<iframe srcdoc="{escape(self._page, quote=True)}" sandbox="allow-scripts allow-downloads" '
            f'style="width:100%;height:{self._height}px;border:1px solid #ccc;border-radius:6px" title="Sederunt"></iframe>'
        )
