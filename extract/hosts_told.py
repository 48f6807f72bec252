"""Name the bodies that convened the gatherings, where the gatherings' own words leave them out or shorten them."""

from __future__ import annotations

import re

from extract.body_shape import shaped
from extract.fuller_names import fuller
from extract.host_headings import NO_BODY, host_in_heading, host_of_record
from extract.hosts import deciding
from extract.page_owner import of_owner
from extract.places_gazetteer import fold_place, gazetteer
from extract.post_words import normal_case
from extract.roles import PRESENT
from extract.scenes import VISITS, Scene
from extract.scenes_alike import one_host
from extract.walking import Walking

MEMBERS = re.compile(r"(?:standing members and |all )?members of (?:the )?(.+)$", re.IGNORECASE)
PLACE = re.compile(r"\b(?:Center|Centre|Hall|Room|Building|Church|Library|School)$")
"""The name of a house at the head of minutes: where they met, not who."""
RECORD_HEAD = 700  # letters in which minutes say whose they are
DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b[^\n]*\d|\d{4}\b")
HEADING = 8  # lines above a gathering in which a heading names its body
LEAD = 3  # body sentences in which a report says whose decision it tells


class HostsTold(Walking):
    """The hosts of one report's gatherings."""

    def _name_hosts(self) -> None:
        """Name the hosts that the gatherings' own words leave out, and those that they shorten in full."""
        hosts = {scene.host for scene in self.scenes.all if scene.host}
        for scene in self.scenes.all:
            scene.host = scene.host or self._host_told(scene)
            if not scene.host and scene.kind not in VISITS:
                for s in self.statements:
                    match = MEMBERS.match(s.group) if s.group and s.scene is scene else None
                    if match:
                        scene.host = normal_case(match.group(1).split(" and ")[0])
                        break
            scene.host = shaped(scene.host, self._full_names) if scene.host else ""
            if self._owner:
                scene.host = of_owner("", scene.host, self._owner)
            if scene.host:
                scene.host = fuller(
                    scene.host, named=self._bodies_named, stated=(*hosts, *self._headings(self.text))
                )
            if (
                scene.host
                and scene.kind not in VISITS
                and " of " not in scene.name
                and not _names(scene.host, scene.name)
            ):
                article = "" if fold_place(scene.host) in gazetteer() else "the "
                scene.name = f"{scene.name} of {article}{scene.host}"

    def _host_told(self, scene: Scene) -> str:
        """The body in the heading above, or, in a report of one gathering, the council whose decision its lead tells."""
        if scene.kind in VISITS or not self.views:
            return ""
        line = self.text.rfind("\n", 0, scene.start) + 1
        above = [*self.text[:line].splitlines()[-HEADING:], self.text[line : scene.start]]
        for heading in reversed(above):
            host = "" if self.record and DAY.search(heading) else host_in_heading(heading)
            if (
                host
                and not NO_BODY.match(host)
                and not (self.record and PLACE.search(host))
                and (self.record or heading.split(".")[0].split("—")[0].isupper())
            ):
                return host
        told = host_of_record(self.text[:RECORD_HEAD]) if self.record else ""
        headings = self._headings(self.text)
        if headings and not (told and PLACE.search(headings[0])):
            return headings[0]
        if told:
            return told
        if len(self.scenes.reported) > 1:
            return ""
        named = [
            m
            for view in self.views
            for m in view.gatherings
            if m.host and not m.cited and m.kind not in VISITS
        ]
        if named and all(one_host(named[0].host, other.host) for other in named):
            return named[0].host
        lead = [view for view in self.views if view.sentence.zone != "title"][:LEAD]
        return next((host for view in lead if (host := deciding(view.chunks))), "")

    def _headings(self, text: str) -> tuple[str, ...]:
        """The bodies that the first lines of a record name."""
        lines = text.splitlines()[:HEADING] if self.record else ()
        hosts = (host_in_heading(line) for line in lines if not DAY.search(line))
        return tuple(host for host in hosts if host and not NO_BODY.match(host))

    def _hosts(self) -> dict[str, str]:
        """Person -> the one body at whose meetings they were."""
        hosts: dict[str, set[str]] = {}
        for statement in self.statements:
            if statement.person and statement.scene is not None and statement.role in PRESENT:
                hosts.setdefault(statement.person, set()).add(statement.scene.host)
        return {key: names.pop() for key, names in hosts.items() if len(names - {""}) == len(names) == 1}


def _names(host: str, name: str) -> bool:
    """Whether a gathering's name says its host already, in most of its words."""
    words = {word for word in re.findall(r"\w+", host.lower()) if len(word) > 3}
    return bool(words) and len(words & set(re.findall(r"\w+", name.lower()))) * 2 >= len(words)
