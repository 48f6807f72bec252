"""The role grammar: which people stand at which role verb of a sentence.

Subjects stand left of an active verb (adverbs, auxiliaries and 'who' may come between), agents right of a
passive or inverted one, both sides of 'met with'. A verb without a subject of its own shares that of the verb before it
('attended the meeting and delivered a speech'); a gerund in front ('When presiding over the study, X stressed')
has its subject after the comma.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.chunk_record import Chunk
from extract.clause_act import Act
from extract.clause_active import ActiveReader
from extract.clause_between import met_between
from extract.clause_company import leads_guests
from extract.clause_consoled import called_upon
from extract.clause_deed import deeds_there
from extract.clause_passive import PassiveReader
from extract.clause_subject import fronted
from extract.clause_to_come import is_invited
from extract.clause_told import heads_body, holds_office, told_by_body
from extract.clause_verbless import list_goes_on
from extract.delegations import travels
from extract.frames import FrameHit
from extract.side_before import list_before
from extract.side_words import BETWEEN
from extract.talks_apart import talks_apart


def acts_of(text: str, chunks: Sequence[Chunk]) -> tuple[Act, ...]:
    """Read the acts of one chunked sentence, in the order of their verbs."""
    reader = _Sentence(text, chunks)
    reader.acts += list_goes_on(text, chunks) if chunks else []
    for at, chunk in enumerate(chunks):
        if chunk.kind == "verb" and chunk.frame is not None:
            reader.verb(at, chunk.frame)
    for more in (met_between, deeds_there, called_upon):
        reader.acts += more(text, chunks, tuple(reader.acts))
    if not chunks:
        return ()
    return talks_apart(text, chunks[0].start, chunks[-1].end, reader.acts)


class _Sentence(PassiveReader, ActiveReader):
    """One sentence whose verbs are read in the way that the voice of each asks."""

    def verb(self, at: int, hit: FrameHit) -> None:
        """Read the verb at `at` in the way that its voice asks."""
        if (hit.frame.id == "chair" and holds_office(self.chunks, at)) or told_by_body(self.chunks, at):
            return
        if hit.frame.id == "lead-passive":
            if self.acts and leads_guests(self.text, self.chunks, at, self.acts[-1]):
                self._led_guests(at)
                return
            if heads_body(self.chunks, at) or is_invited(self.text, self.chunks, at):
                return
            if _led_gathering(self.chunks, at):
                hit = replace(hit, frame=replace(hit.frame, role="chaired", strength="strong"))
            elif _for_gathering(self.chunks, at):
                hit = replace(hit, frame=replace(hit.frame, strength="strong"))
        if hit.frame.id == "inspect" and _takes_to_gathering(self.chunks, at):
            hit = replace(hit, frame=replace(hit.frame, strength="strong"))
        if hit.frame.voice in ("passive", "inverted"):
            self._agents(at, hit)
        elif hit.frame.voice == "fronted":
            people = fronted(self.text, self.chunks, at)
            if not people:  # 'X, in an address to the opening, announced'
                people, _ = list_before(self.text, self.chunks, at, self.used_until)
            self._state(at, hit, people)
        else:
            self._subjects(at, hit)


def _led_gathering(chunks: Sequence[Chunk], at: int) -> bool:
    """'The council meeting was led by X': X chaired it; 'a visit led by X' stays a visit."""
    number = next((n for n in range(at - 1, -1, -1) if chunks[n].kind not in BETWEEN), None)
    if number is None or chunks[number].kind != "gathering":
        return False
    if _for_gathering(chunks, at):
        return False
    return chunks[number].head not in ("visit", "inspection")


def _for_gathering(chunks: Sequence[Chunk], at: int) -> bool:
    """'The delegation to the meeting was led by X': X led those who came to it, and was there."""
    number = next((n for n in range(at - 1, -1, -1) if chunks[n].kind not in BETWEEN), 0)
    ahead = [chunk for chunk in chunks[max(0, number - 3) : number] if chunk.kind != "det"]
    return (
        chunks[number].kind == "gathering"
        and chunks[number].head not in ("visit", "inspection")
        and len(ahead) > 1
        and ahead[-1].text.lower() in ("to", "at", "for")
        and travels(ahead[-2])
    )


def _takes_to_gathering(chunks: Sequence[Chunk], at: int) -> bool:
    """'X led the isles' team to the session': those whom X leads come to a gathering, which is no visit of its own."""
    if not chunks[at].text.lower().startswith(("led", "lead", "head", "is ", "are ", "was ", "were ")):
        return False
    behind = [chunk for chunk in chunks[at : at + 6] if chunk.kind != "det"]
    joint = next((n for n, chunk in enumerate(behind) if chunk.text.lower() in ("to", "at")), 0)
    if not joint or joint + 1 >= len(behind):
        return False
    meant = behind[joint + 1]
    travelling = travels(behind[joint - 1])
    return travelling and meant.kind == "gathering" and meant.head not in ("visit", "inspection")
