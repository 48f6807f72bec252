"""Places in sentences: class words, namesakes, spellings, and names that are not places; one row per phenomenon."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.places import find_places


def found(text: str) -> list[tuple[str, str, str]]:
    return [(text[p.start : p.end], p.name, p.level) for p in find_places(text, 0, len(text))]


@pytest.mark.parametrize(
    ("phenomenon", "text", "printed", "name", "level"),
    [
        ("province with its class word", "in Shaanxi Province, the", "Shaanxi Province", "Shaanxi", "province"),
        ("class word in lower case", "east China's Anhui province", "Anhui province", "Anhui", "province"),
        ("adjective of a province", "the Hunan Provincial Government", "Hunan Provincial", "Hunan", "province"),
        ("city with its class word", "Mayor of Mianyang City, he", "Mianyang City", "Mianyang", "prefecture"),
        ("adjective of a city", "Xiangtan Municipal Party Committee", "Xiangtan Municipal", "Xiangtan", "prefecture"),
        ("class word before", "the city of Jilin, where", "Jilin", "Jilin City", "prefecture"),
        ("city and province of one name", "in Jilin Province", "Jilin Province", "Jilin", "province"),
        ("municipality", "Shanghai Municipal Party Committee", "Shanghai Municipal", "Shanghai", "province"),
        ("district", "Anning District Committee", "Anning District", "Anning, Lanzhou", "county"),
        ("county-level city of the same name", "in Anning City", "Anning City", "Anning, Kunming", "county"),
        ("renamed unit: a county that is a city now", "in Shehong County", "Shehong County", "Shehong", "county"),
        ("bare county-level city", "opened in Shaoshan.", "Shaoshan", "Shaoshan", "county"),
        ("one syllable, with its class word", "in Tang County", "Tang County", "Tang County", "county"),
        ("one syllable with the class word glued", "in Junxian County", "Junxian County", "Xun County", "county"),
        ("county of a great city's name", "Nanjing County", "Nanjing County", "Nanjing, Zhangzhou", "county"),
        ("new area", "Pudong New Area", "Pudong New Area", "Pudong", "county"),
        ("autonomous region", "Guangxi Zhuang Autonomous Region", "Guangxi Zhuang Autonomous Region", "Guangxi", "province"),
        ("autonomous regional", "Xinjiang Uygur Autonomous Regional Committee", "Xinjiang Uygur Autonomous Regional", "Xinjiang", "province"),
        ("autonomous prefecture of two peoples", "Aba Tibetan and Qiang Autonomous Prefecture", "Aba Tibetan and Qiang Autonomous Prefecture", "Aba", "prefecture"),
        ("special administrative region", "Macao Special Administrative Region", "Macao Special Administrative Region", "Macao", "province"),
        ("a slip for prefecture", "Guoluo State Party Committee", "Guoluo State", "Golog", "prefecture"),
        ("apostrophe", "in Xi’an and", "Xi’an", "Xi'an", "prefecture"),
        ("apostrophe left out", "the mayor of Xian, who", "Xian", "Xi'an", "prefecture"),
        ("apostrophe and one syllable less", "in De'an and", "De'an", "De'an", "county"),
        ("apostrophe left out, class word", "Dean County", "Dean County", "De'an", "county"),
        ("possessive stays outside", "Hunan's leaders", "Hunan", "Hunan", "province"),
        ("umlaut", "in Lüliang City", "Lüliang City", "Lüliang", "prefecture"),
        ("umlaut written v", "in Lvliang City", "Lvliang City", "Lüliang", "prefecture"),
        ("local spelling and pinyin", "in Rikaze City", "Rikaze City", "Shigatse", "prefecture"),
        ("old spelling", "in Peking.", "Peking", "Beijing", "province"),
        ("new name of a region", "Xizang Autonomous Region", "Xizang Autonomous Region", "Tibet", "province"),
        ("capitals", "CHANGSHA, Dec 9", "CHANGSHA", "Changsha", "prefecture"),
        ("line break inside", "Inner\nMongolia", "Inner\nMongolia", "Inner Mongolia", "province"),
        ("parts of a compound", "the Beijing-Tianjin-Hebei plan", "Tianjin", "Tianjin", "province"),
        ("in quotation marks", "the ‘Hunan’ brand", "Hunan", "Hunan", "province"),
        ("country", "Malaysia’s minister", "Malaysia", "Malaysia", "country"),
        ("country of several words", "Trinidad and Tobago", "Trinidad and Tobago", "Trinidad and Tobago", "country"),
        ("country with accents", "Côte d’Ivoire", "Côte d’Ivoire", "Cote d'Ivoire", "country"),
        ("country in full", "the People’s Republic of China", "People’s Republic of China", "China", "country"),
        ("the other Korea", "Democratic People's Republic of Korea", "Democratic People's Republic of Korea", "North Korea", "country"),
        ("country in initials", "the U.S. envoy", "U.S.", "United States", "country"),
        ("capital", "in Kuala Lumpur on", "Kuala Lumpur", "Kuala Lumpur", "capital"),
        ("capital with its district", "in Washington, D.C., on", "Washington, D.C.", "Washington, D.C.", "capital"),
    ],
)  # fmt: skip
def test_places_are_found(phenomenon: str, text: str, printed: str, name: str, level: str) -> None:
    assert (printed, name, level) in found(text), phenomenon


@pytest.mark.parametrize(
    ("phenomenon", "text"),
    [
        ("pronouns and words that are counties", "He said She was an An and Long Song of Wei"),
        ("words that are counties without their apostrophe", "The Dean and Lean Guan of Jian"),
        ("a news agency that is a county", "Xinhua News Agency"),
        ("a leader's name that is a county", "Xi Jinping Thought"),
        ("word in lower case", "the hunan of us"),
        ("organisation named after a city", "Shanghai Cooperation Organization"),
        ("road", "at No. 5, Nanjing Road"),
        ("treaty", "the Paris Agreement"),
        ("time", "at 8 a.m. Beijing time"),
        ("the party's name", "the Communist Party of China"),
        ("sea", "in the South China Sea"),
        ("person of a country's name", "a guest, Mr. Jordan, spoke"),
        ("pronoun like a country's initials", "Us and Uk"),
        ("part of a longer word", "Hunanese Chinatown"),
        ("joined to a word before", "non-Beijing"),
        ("bare district", "in Heping and Hexi"),
    ],
)
def test_what_is_no_place(phenomenon: str, text: str) -> None:
    assert found(text) == [], phenomenon


def test_a_persons_name_is_no_place() -> None:
    text = "Hai Lun met Li Nanning in Hunan."
    taken = [(0, 7), (12, 22)]
    assert [p.name for p in find_places(text, 0, len(text), taken)] == ["Hunan"]


@pytest.mark.parametrize(
    ("phenomenon", "text", "labels"),
    [
        ("two cities of one name", "in Suzhou", ["Suzhou, Jiangsu", "Suzhou, Anhui"]),
        ("the province behind it says which", "in Suzhou, Anhui Province", ["Suzhou, Anhui"]),
        ("the province before it says which", "in Anhui's Suzhou", ["Suzhou, Anhui"]),
        ("the city says which district", "Gulou District of Nanjing", ["Gulou, Nanjing"]),
        ("the city before it says which district", "Nanjing's Gulou District", ["Gulou, Nanjing"]),
        ("another sentence says nothing", "Anhui. Suzhou", ["Suzhou, Jiangsu", "Suzhou, Anhui"]),
    ],
)
def test_namesakes_stay_candidates_until_the_text_says_which(
    phenomenon: str, text: str, labels: list[str]
) -> None:
    span = next(p for p in find_places(text, 0, len(text)) if p.name.startswith(("Suzhou", "Gulou")))
    assert [p.label for p in span.candidates if p.level == span.level] == labels, phenomenon


def test_an_unsettled_name_is_bare() -> None:
    (span,) = find_places("Suzhou", 0, 6)
    assert (span.name, span.classed) == ("Suzhou", "")


def test_only_the_span_given_is_read() -> None:
    text = "Hunan and Hubei Province"
    assert [(p.start, p.end) for p in find_places(text, 6, len(text))] == [(10, 24)]


PIECES = """Hunan Province Suzhou Anhui , of the Xi’an City Gulou District U.S. Xin County Autonomous Region and Beijing-Tianjin
Côte d’Ivoire Washington, D.C. People's Republic China 's - ’ . \n New Area Lü İstanbul ﬁ Ünlü"""


@given(
    st.one_of(st.text(), st.lists(st.sampled_from(PIECES.split(" ")), max_size=12).map(" ".join)),
    st.integers(0, 20),
    st.integers(0, 80),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=4),
)
def test_any_text_gives_true_offsets(text: str, start: int, end: int, taken: list[tuple[int, int]]) -> None:
    last = start
    for span in find_places(text, min(start, len(text)), min(end, len(text)), taken):
        assert last <= span.start < span.end <= end
        assert text[span.start : span.end].strip() == text[span.start : span.end]
        assert span.candidates and span.level in {place.level for place in span.candidates}
        assert not any(max(low, span.start) < min(high, span.end) for low, high in taken)
        last = span.end
