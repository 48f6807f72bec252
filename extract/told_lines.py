"""Lines behind a list that tell something and are no part of it: 'Ann Low of Moss Ltd will attend in June.', 'Applicant: Carl Fell'."""

from __future__ import annotations

import re

VERB = re.compile(
    r"\b(?:was|were|is|are|has|had|have|will|would|did|does|do not|could|should|said|made|gave|spoke|led|read|took|told|sat|came|went|brought|thought|felt|asks|requests|moves|seconds|wants|2nd"
    r"|(?!(?:arrived|joined|excused|departed|retired|appointed|invited|elected|designated|certified|licensed|registered|unified|related|limited|united|associated|affiliated|advanced"
    r"|integrated|combined|applied|extended|mixed|shared|based|assisted|accredited|employed|delegated|protected|need|inter[a-z]*)\b)[a-z]{2,}ed)\b"
)
LABEL = re.compile(
    r"(?:Applicants?|Owners?|Petitioners?|Appellants?|Agents?|Locations?|Property|Address|Subject|Re|RE|From|To|Cc|CC|Contact|Authors?|Sources?|Project|Case|Item|Topic|Photos?|Editors?|Reporters?"
    r"|Prepared by|Submitted by|M/S|M/S/C|MSC|Motion|MOTION|Moved|MOVED)\b(?: [\w#.-]+){0,3}?(?:[:/ ]|$)"
)


def tells(text: str, start: int) -> bool:
    """Whether the line at `start` is a sentence with a verb, or has a label that heads no people."""
    stop = text.find("\n", start)
    line = text[start : len(text) if stop < 0 else stop].rstrip()
    ended = line.endswith((".", "?", ":", ";")) or ". " in line
    return LABEL.match(line) is not None or (ended and VERB.search(line) is not None)
