"""Names in sentences: one row per shape; the comment column names what reports do."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.model import ModelSpan
from extract.names import find_names, names_in_list
from extract.names_lexicon import lexicon
from extract.names_model import merge_model_names
from extract.names_single import find_single_names
from extract.names_span import NameSpan
from extract.vocabulary import rows

RULES = Path(__file__).parents[2] / "extract" / "rules"


def found(text: str) -> list[str]:
    return [span.name for span in find_names(text, 0, len(text))]


def listed(text: str) -> list[str]:
    return [span.name for span in names_in_list(text, 0, len(text))]


@pytest.mark.parametrize(
    ("shape", "text", "names"),
    [
        ("plain", "The mayor, Fang Guolin, spoke.", ["Fang Guolin"]),
        ("one syllable", "Luo Qi and An Min attended.", ["Luo Qi", "An Min"]),
        ("split", "Deputy mayor Zhou Zhong Yu attended.", ["Zhou Zhongyu"]),
        ("split, second half in lower case", "Then Zhou Zhong yu reported.", ["Zhou Zhongyu"]),
        ("camel case", "Secretary Xu FengJian presided.", ["Xu Fengjian"]),
        ("glued", "XuFengjian presided; ShenGuorong reported.", ["Xu Fengjian", "Shen Guorong"]),
        ("capitals", "DUAN Kunlai, Duan KUNLAI and TAO QIU met.", ["Duan Kunlai", "Duan Kunlai", "Tao Qiu"]),
        ("hyphen", "Director Zheng Feng-jian spoke.", ["Zheng Fengjian"]),
        ("apostrophe", "Liao Xing'an and Liao Xing’an’s deputy.", ["Liao Xing'an", "Liao Xing'an"]),
        ("stray blank before the apostrophe", "Mayor Luo Wei ‘an came.", ["Luo Wei'an"]),
        ("possessive stays outside", "They studied Fang Guolin's speech.", ["Fang Guolin"]),
        ("double surname", "Ouyang Xiaohe and Situ Ming came.", ["Ouyang Xiaohe", "Situ Ming"]),
        ("double surname, split", "Ou Yang Xiao He came.", ["Ouyang Xiaohe"]),
        ("surname in lower case at the line's start", "he Angang, director", ["He Angang"]),
        ("line break inside", "Zeng\nQinglai and Xu\nBo came.", ["Zeng Qinglai", "Xu Bo"]),
        (
            "list without commas",
            "Wang Qian Cao Jianping Shen Yueru",
            ["Wang Qian", "Cao Jianping", "Shen Yueru"],
        ),
        ("given name first", "A symposium with Cigui Luo was held.", ["Luo Cigui"]),
        ("place name as given name", "Zhang Jinan and Wang Anshun came.", ["Zhang Jinan", "Wang Anshun"]),
        ("Wade-Giles", "Wu Kuei-lan and Hsieh Chang-ming met.", ["Wu Kuei-lan", "Hsieh Chang-ming"]),
        ("Hong Kong", "Leung Wing-fai met John Kwok Ka-shing.", ["Leung Wing-fai", "John Kwok Ka-shing"]),
        ("Macao", "Ho Iat Fai received them.", ["Ho Iat Fai"]),
        ("Mongolian, four syllables", "Then Hu Dagula reported.", ["Hu Dagula"]),
        ("one word behind a title", "The minister Zhengxin attended.", ["Zheng Xin"]),
        ("Tibetan", "Losang Dorje, vice chairman, attended.", ["Losang Dorje"]),
        ("Uygur", "Secretary-General Erkin Tuniyaz attended.", ["Erkin Tuniyaz"]),
        ("Korean", "Park Geun-young met Choe Ryong Su.", ["Park Geun-young", "Choe Ryong Su"]),
        (
            "Korean, other spellings",
            "Park Ji-hoon met Han Duck-eui and Bae Seong-cheol.",
            ["Park Ji-hoon", "Han Duck-eui", "Bae Seong-cheol"],
        ),
        ("Korean, of one syllable and a park", "They met in Han Park and in Yoon Hall.", []),
        ("two initials, no Burmese U", "Minister U T Khanna spoke.", ["U T Khanna"]),
        ("behind a country of two words", "The Ambassador of New Zealand Ann Moss spoke.", ["Ann Moss"]),
        (
            "behind a country of two words, with a form of address",
            "Envoy to Saudi Arabia Sheikh Nasser Al-Karim spoke.",
            ["Nasser Al-Karim"],
        ),
        ("Vietnamese", "Nguyen Thanh Ha and Trần Cẩm Hà came.", ["Nguyen Thanh Ha", "Trần Cẩm Hà"]),
        ("South Asian, behind a title", "Finance Minister Zorawar Dar spoke.", ["Zorawar Dar"]),
        ("middle initial", "Gunther B. Olafson reported.", ["Gunther B. Olafson"]),
        ("middle initial, short words", "Gunther B. Olafson met in Oslo.", ["Gunther B. Olafson"]),
        ("middle initials, headline", "Anna M. B. Olafson Meets Envoys", ["Anna M. B. Olafson"]),
        ("particles", "Mark van den Berg, adviser.", ["Mark van den Berg"]),
        (
            "surname that is a word",
            "He Bo met She Jun, You Quan and Long Tao.",
            ["He Bo", "She Jun", "You Quan", "Long Tao"],
        ),
    ],
)
def test_find_names(shape: str, text: str, names: list[str]) -> None:
    assert found(text) == names, shape


@pytest.mark.parametrize(
    ("shape", "text"),
    [
        ("provinces split", "Across An Hui, He Bei, Guang Dong and Hai Nan."),
        ("provinces", "In Shaanxi, Shanxi and Hainan the work goes on."),
        ("pronouns and verbs", "He said so. You are right. She can. He Can. You Can Do It."),
        ("article", "An important talk. An Open Letter. An API. An Agenda."),
        ("adjectives", "Long men and the Long March; a Long Range plan."),
        ("dynasties and rivers", "The Song Dynasty, the Ming and Qing, the Wei River."),
        ("newspaper", "Wen Hui Bao and Hong Kong."),
        ("abbreviations", "The U.S. Congress, Washington, D.C. On Tuesday. C.C.C. Scrutiny Forum."),
        ("lettered items", "Annex B. Attendance; Part A. Members"),
        ("countries", "Hong China, Sun Media, Song Kenya"),
        ("addressed by title", "Thank you, Mr. Chairman and Mr. Speaker."),
        ("place after a preposition", "They went to Lu An by train."),
        ("one syllable and a full stop", "Dan A. was absent."),
        ("bureau", "Justice Department and Professor of Law"),
    ],
)
def test_not_names(shape: str, text: str) -> None:
    assert found(text) == [], shape


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mr. Fenwick, Chairman Mr. Stowe, Vice Chairman Ms. Bell", ["Mr.|Fenwick", "Mr.|Stowe", "Ms.|Bell"]),
        ("Ms.Bell and Dr Small", ["Ms.|Bell", "Dr.|Small"]),
        (
            "Messrs. Fenwick, Stowe, and Small, Presidents of the banks",
            ["Mr.|Fenwick", "Mr.|Stowe", "Mr.|Small"],
        ),
        ("Mr. Abel, Mses. Bell and Okafor, and Mr. Poe", ["Mr.|Abel", "Ms.|Bell", "Ms.|Okafor", "Mr.|Poe"]),
        ("Messrs Fuss, Rabb & Nevin (absent)", ["Mr.|Fuss", "Mr.|Rabb", "Mr.|Nevin"]),
        ("Cllr. K. Stowe", ["Cllr.|K. Stowe"]),
        ("Cllr Mrs E J G Hill Cllr Mr A H Poe", ["Mrs.|E J G Hill", "Mr.|A H Poe"]),
        (
            "Councillors Alun Stowe, Arwel Stowe and County Councillor Owen Bell",
            ["Cllr.|Alun Stowe", "Cllr.|Arwel Stowe", "Cllr.|Owen Bell"],
        ),
        ("Rev. R. C. Yeo, P. Lane and R.J. Dow", ["Rev.|R. C. Yeo", "|P. Lane", "|R.J. Dow"]),
        ("Sir Henry Stowe, Bart. in the chair", ["Sir|Henry Stowe"]),
        ("John Stowe jun. announced", ["|John Stowe jun."]),
        ("Lt Gen (Retd) Arun Mehta", ["Lt Gen|Arun Mehta"]),
        ("Dato' Seri Azman Yusof", ["Dato' Seri|Azman Yusof"]),
        ("H.E. Grace Mbeki and Hon. Peter Kamau", ["H.E.|Grace Mbeki", "Hon.|Peter Kamau"]),
        ("Hon Mrs Ruth IP LAU Suk-man, GBS, JP", ["Mrs.|Ruth IP LAU Suk-man"]),
        ("Hon WONG Kwok-man Hon James TO Kun-man", ["Hon.|Wong Kwok-man", "Hon.|James TO Kun-man"]),
        ("Mr. Fang Guolin and Mr. Fang", ["Mr.|Fang Guolin", "Mr.|Fang"]),
        ("Comrades Fang Guolin and Luo Ping", ["Comrade|Fang Guolin", "Comrade|Luo Ping"]),
    ],
)
def test_forms_of_address(text: str, names: list[str]) -> None:
    assert [f"{span.honorific}|{span.name}" for span in find_names(text, 0, len(text))] == names


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("Xi Jinping Thought", "doctrine"),
        ("Xi Jinping thought on culture", "doctrine"),
        ("Xi Jinping Economic Thought", "doctrine"),
        ("Deng Xiaoping Theory", "doctrine"),
        ("Lei Feng spirit", "doctrine"),
        ("Sun Yat-sen University", "institution"),
        ("Sun Yat-sen Memorial Middle School", "institution"),
        ("Fang Guolin Road", "institution"),
        ("Fang Guolin County Magistrate", "institution"),
        ("Fang Guolin, University of Mines", ""),
        ("Fang Guolin spoke", ""),
    ],
)
def test_within(text: str, within: str) -> None:
    assert [span.within for span in find_names(text, 0, len(text))] == [within]


@pytest.mark.parametrize(
    ("shape", "text", "names"),
    [
        (
            "any two words",
            "Present: Zelmok Oakes, Sunniva Rask and Fang Guolin",
            ["Zelmok Oakes", "Sunniva Rask", "Fang Guolin"],
        ),
        ("one word", "attended by Tenkho, Fang Guolin and Danke", ["Tenkho", "Fang Guolin", "Danke"]),
        (
            "behind a title",
            "Vice Chairman Zelmok Oakes, Director Sunniva Rask",
            ["Zelmok Oakes", "Sunniva Rask"],
        ),
        ("before a title", "Zelmok Oakes Chairman", ["Zelmok Oakes"]),
        ("bodies", "Present: Oakfield Hospital, Publicity Department, the Clerk", []),
        ("places", "Presidents of the Banks of Leeds, York, and Bath respectively", []),
        ("abbreviations", "held in Washington, D.C., and St. Albans", []),
        ("words of the text", "Noted, Agreed, as noted and agreed", []),
        ("months and adverbs", "Apologies: None, Additionally, March", []),
    ],
)
def test_names_in_list(shape: str, text: str, names: list[str]) -> None:
    assert listed(text) == names, shape


def test_single_names_only_of_known_families() -> None:
    text = "Wang said so. Secretary Gao and Wang Ping agreed. He left, Robert Wang too, and Li Bridge closed."
    spans = find_single_names(text, 0, len(text), {"Wang", "Gao", "He"})
    assert [(span.name, span.style, text[span.start : span.end]) for span in spans] == [
        ("Wang", "single", "Wang"),
        ("Gao", "single", "Gao"),
    ]


def test_model_adds_only_people_whom_the_grammar_does_not_see() -> None:
    text = "Fang Guolin met Zelmok Oakes of Denmark and the Publicity Department in Oakfield."

    def span(words: str, label: str = "PERSON") -> ModelSpan:
        at = text.index(words)
        return ModelSpan(start=at, end=at + len(words), label=label)

    grammar = find_names(text, 0, len(text))
    model = [
        span("Guolin"),
        span("Zelmok Oakes"),
        span("Denmark"),
        span("Publicity Department"),
        span("Oakfield", "GPE"),
    ]
    merged = merge_model_names(text, grammar, model)
    assert [(one.name, one.rule) for one in merged] == [("Fang Guolin", "pinyin"), ("Zelmok Oakes", "model")]


def test_a_name_does_not_reach_beyond_what_is_read() -> None:
    text = "Present: Dana A. and others"
    spans = names_in_list(text, 9, text.index("."))
    assert [(span.surface, span.end) for span in spans] == [("Dana A", text.index("."))]


def _check(text: str, start: int, end: int, spans: tuple[NameSpan, ...]) -> None:
    last = start
    for span in spans:
        assert last <= span.start < span.end <= end
        assert text[span.start : span.end] == span.surface
        assert span.name
        last = span.end


PIECES = st.sampled_from(
    [
        "Fang Guolin",
        "Mr. ",
        "Messrs. ",
        "He ",
        "Cllrs ",
        "R. ",
        "Ou Yang ",
        ", ",
        "and ",
        "\n",
        "Wu Kuei-lan",
        "University",
        "’s",
        "Dr",
        "Lt Gen (R)",
        "Zhong yu",
        "É",
        "‘an",
        "Van der ",
        "Ho Iat",
        "Thought",
        "Nguyen ",
        "Kim Jong",
        "XuFeng",
        "HUANG",
    ]
)


@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=12).map("".join)), st.data())
def test_offsets_order_and_no_overlap(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    _check(text, start, end, find_names(text, start, end))
    _check(text, start, end, names_in_list(text, start, end))
    _check(text, start, end, find_single_names(text, start, end, {"Fang", "He"}))


@pytest.mark.parametrize(
    "piece", ["Mr. ", "Hon Mrs Dr ", "Messrs. ", "Wang ", "Ou Yang ", "A. ", "Fang Bo, "]
)
def test_endless_repetition_is_read(piece: str) -> None:
    text = piece * 3000
    _check(text, 0, len(text), find_names(text, 0, len(text)))
    _check(text, 0, len(text), names_in_list(text, 0, len(text)))


@pytest.mark.parametrize(
    ("why", "text", "span"),
    [
        ("one word", "The Salthouse plan.", "Salthouse"),
        ("quoted", "The festival “Zonda Marsk” opened.", "Zonda Marsk"),
        ("cut out of a longer run", "Oriental Pearl Blockbuster opened.", "Pearl Blockbuster"),
        ("cut out of a word with a hyphen", "Orvelda Kam-tong spoke.", "Orvelda Kam"),
        ("an overlap", "Fang Guolin Stowe spoke.", "Guolin Stowe"),
        ("the beginning of a country", "St Kitts and Nevis was represented.", "St Kitts"),
        ("a country", "The Sri Lanka Workers Party met.", "Sri Lanka"),
    ],
)
def test_doubtful_spans_of_the_model_are_left_out(why: str, text: str, span: str) -> None:
    at = text.index(span)
    model = [ModelSpan(start=at, end=at + len(span), label="PERSON")]
    merged = merge_model_names(text, find_names(text, 0, len(text)), model)
    assert [one for one in merged if one.rule == "model"] == [], why


def test_slip_in_romanisation_keeps_its_surname() -> None:
    text = "Then Liu Tszgue spoke."
    merged = merge_model_names(text, (), [ModelSpan(start=5, end=15, label="PERSON")])
    assert [(span.name, span.family) for span in merged] == [("Liu Tszgue", "Liu")]


@pytest.mark.parametrize(
    ("file", "key"),
    [
        ("surnames.csv", "surname"),
        ("syllables.csv", "syllable"),
        ("not_names.csv", "text"),
        ("honorifics.csv", "form"),
        ("foreign_names.csv", "text"),
    ],
)
def test_rule_rows_have_an_example_and_stand_once(file: str, key: str) -> None:
    with (RULES / file).open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle, strict=True))
    label = next((name for name in ("scheme", "kind") if name in rows[0]), key)
    pairs = [(row[key], row[label]) for row in rows]
    assert len(set(pairs)) == len(pairs), sorted(pair for pair in pairs if pairs.count(pair) > 1)
    for row in rows:
        assert row["example"].strip(), row
        assert file == "honorifics.csv" or row[key] == row[key].lower() or file == "not_names.csv", row


def test_syllable_table_is_the_whole_of_mandarin() -> None:
    with (RULES / "syllables.csv").open(encoding="utf-8", newline="") as handle:
        pinyin = {row["syllable"] for row in csv.DictReader(handle) if row["scheme"] == "pinyin"}
    assert 400 <= len(pinyin) <= 420
    assert {"zhuang", "a", "er", "lü".replace("ü", "v"), "xiong", "nüe".replace("ü", "v")} <= pinyin
    assert not {"sin", "cus", "fi", "tei", "hun g"} & pinyin


def test_every_listed_given_name_opens_a_name_and_names_its_source() -> None:
    known = lexicon()
    listed_names = tuple(rows("given_names.csv"))
    assert [row["text"] for row in listed_names] == sorted({row["text"] for row in listed_names})
    assert {part for row in listed_names for part in row["source"].split("; ")} == {"census 1990", "faker"}
    for row in listed_names:
        text = f"They thanked {row['text'].title()} Fenwick for it."
        assert [span.name for span in find_names(text, 0, len(text))] == [f"{row['text'].title()} Fenwick"]
        assert row["text"] not in known.stops, row
