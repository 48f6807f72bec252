"""Sentence spans: what ends a sentence, what does not, and what is too long to be read at once."""

from __future__ import annotations

import pytest

from corpus.sentences import LONGEST, split_sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr. Lane took the chair.",
        "Messrs. Moss, Rabbich and Nevin spoke for the motion.",
        "Ms. Poole, Mses. Hart and Weir and Dr. Lane were there.",
        "Cllr. K. Davies and Cllrs. Evans and Owen were present.",
        "Cr. Drew seconded it.",
        "The Mayor, P. Lane, was in the chair.",
        "The secretary, R. C. Yeoman, read the letters.",
        "John Sampson jun. announced that he would stand.",
        "Sir William Foster, Bart. in the chair, opened the meeting.",
        "Rev. C. Tresise led three services.",
        "The Hon. J. Hart spoke.",
        "Lt. Gen. Hallam inspected the troops.",
        "He came from St. Louis in the morning.",
        "Document No. 12 was read.",
        "The U.S. President met the members.",
        "The talks began at 9:00 a.m. on Monday.",
        "The talks began at 9 a.m. Monday.",
        "The council met at 7 p.m. sharp.",
        "It met on Jan. 24 in Qinghe.",
        "It met on Dec. 3, 2019 in Qinghe.",
        "Lin Coal Co. of Qinghe sent a letter.",
        "C.C.C. Remittance Advice was noted.",
        "4.9. Cllr. O. Williams would draft a letter.",
        "10. The final version was sent to the members.",
        "The rate rose to 3.5 per cent and the sum to 1,204.50 yuan.",
        "See www.qinghe.example for the list.",
        "Mr.Lane took the chair.",
        "Prof.Wei gave a lecture.",
    ],
)
def test_abbreviations_do_not_end_a_sentence(sentence: str) -> None:
    assert split(f"{sentence} Then Mayor Fang spoke.") == [sentence, "Then Mayor Fang spoke."]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            "Mayor Fang attended the meeting.Chen Huiqing spoke.",
            ["Mayor Fang attended the meeting.", "Chen Huiqing spoke."],
        ),
        (
            "The minutes were correct.Signed by the chair",
            ["The minutes were correct.", "Signed by the chair"],
        ),
        ("He said “we must go on.” Then he left.", ["He said “we must go on.”", "Then he left."]),
        (
            "It began at 9:00 a.m. Present: Mr. Lane and Mr. Hart.",
            ["It began at 9:00 a.m.", "Present: Mr. Lane and Mr. Hart."],
        ),
        ("It closed at 5 p.m. The next one is in May.", ["It closed at 5 p.m.", "The next one is in May."]),
        (
            "They walked to Commercial St. He spoke there.",
            ["They walked to Commercial St.", "He spoke there."],
        ),
        ("It went to C.C.C. It was noted there.", ["It went to C.C.C.", "It was noted there."]),
        ("Books, maps, etc. The rest was sold.", ["Books, maps, etc.", "The rest was sold."]),
        ("Is it right? It is! So be it.", ["Is it right?", "It is!", "So be it."]),
        (
            "PRESENT\nCllr. A. Lane\nCllr. B. Hart",
            ["PRESENT", "Cllr. A. Lane", "Cllr. B. Hart"],
        ),  # lines are entries
        ("会议结束。Fang spoke.", ["会议结束。", "Fang spoke."]),
        ("   \n\n .  \n", []),
        ("And so on... Then he left.", ["And so on...", "Then he left."]),
    ],
)
def test_ends(text: str, sentences: list[str]) -> None:
    assert split(text) == sentences


def test_a_list_of_hundreds_is_cut_between_its_entries() -> None:
    entries = [f"Mr. Hallam{letter * 3}, Director of Division {letter}" for letter in "abcdefghij"] * 12
    pieces = split("Present: " + " ".join(entries))
    assert len(pieces) > 1
    assert all(len(piece) <= LONGEST for piece in pieces)
    assert all(piece.startswith("Mr. ") for piece in pieces[1:])
    assert " ".join(pieces) == "Present: " + " ".join(entries)


def test_clauses_part_before_lists_do() -> None:
    clause = "the members heard Wang Lei, Li Na and Zhou Min on the dyke and the road and the school; "
    pieces = split(clause * 40)
    assert all(piece.endswith(";") for piece in pieces)


def test_a_word_without_end_is_cut_somewhere() -> None:
    pieces = split("a" * (3 * LONGEST))
    assert "".join(pieces) == "a" * (3 * LONGEST)
    assert all(len(piece) <= LONGEST for piece in pieces)


def test_spans_are_in_the_text_asked_for() -> None:
    text = "One. Two. Three. Four."
    assert [text[a:b] for a, b in split_sentences(text, 5, 16)] == ["Two.", "Three."]
