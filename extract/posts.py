"""Read a post phrase into title and body: 'deputy secretary of the municipal party committee' -> both parts."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.field_words import has_head, is_field_of_work, is_known
from extract.ministries import MINISTERS
from extract.post_bodies import body_and_level, party_committee
from extract.post_fields import FIELD_TITLES, is_called
from extract.post_heads import CHAIRS, CHIEF, PARTY_HEADS, SURNAME, is_in_charge
from extract.post_offices import office
from extract.post_phrase import PostPhrase, with_field
from extract.post_settled import IN_FRONT, INSIDE
from extract.post_titles import divides_title, in_title, last_title, of_body, plain_word, singular_title
from extract.post_words import SPACE, normal_case, strip_article
from extract.vocabulary import vocabulary

CAPITAL = re.compile(r"\b(?:the )?[A-Z][\w-]+(?:['’]s)? capital(?: city)?(?: of)?,? (?=[A-Z])")
"""'The mayor of the German capital Berlin' is of Berlin."""
PORTFOLIO = re.compile(r"\s\([^()]*\)(?= (?:of|at|for)\b)")  # 'Vice President (Research) of the Institute'
SHORT_NAME = re.compile(r" \([A-Z]{2,8}\) ")  # 'National Assembly (NA) Chairman'
NUMBERED = re.compile(r"\s*\(\d{1,2}\)\s?\d{0,2}(?!\w)")  # 'Legislative Assistant (1)4'
WORDS = re.compile(r"[^\s,;:]+")
HYPHENED = re.compile(r"\b(vice|deputy)-(?=(?:provincial|municipal|county|district)\b)", re.IGNORECASE)
OF_PARTY = re.compile(
    r"^(?P<level>.*?)(?P<rank>\b(?:(?:executive|standing|full-time) )?(?:deputy|vice)) (?P<party>party(?: committee)?)$",
    re.IGNORECASE,
)
"""'Prefecture deputy Party secretary': a deputy of the Party's secretary."""
LEADS_IN = re.compile(
    r"(?:\band|&)(?: the)?$", re.IGNORECASE
)  # 'water resources and the minister': of somebody else
PARTY_ORGAN = re.compile(
    r"(?:CPC|Party)(?: (?:Leadership|Leading|Working))? (?:Committee|Group|Branch)", re.IGNORECASE
)
OWNERS = re.compile(
    r"[A-Z][\w&.-]*(?: [A-Z][\w&.-]*)+"
)  # two words and more: no city, of which 'its committee' is read already
OWNED = re.compile(r"(?:['’]s|['’])$")
DANGLING = re.compile(r"\b(?:of|the)$", re.IGNORECASE)
APART = re.compile(
    r"(?:(?:vice|deputy|executive|former|acting|first|standing(?! committee| office))\b ?)+(?<! )",
    re.IGNORECASE,
)
"""A title's modifiers that stand apart from its head: 'vice provincial governor'."""
JOINING = re.compile(r"^(of|for|at|to|in|from)\b\s*", re.IGNORECASE)


def read_post(text: str, start: int, end: int) -> PostPhrase | None:
    """Read the words at `start:end` as a post; None where no title stands in them."""
    phrase = _read(text[start:end])
    if phrase is None:
        return None
    return PostPhrase(
        title=phrase.title,
        body=phrase.body,
        start=start + phrase.start,
        end=end,
        plural=phrase.plural,
        generic=phrase.generic,
        head=phrase.head,
        level=phrase.level,
        ranked=phrase.ranked,
        own=phrase.own,
        joint=phrase.joint,
        whole=phrase.whole,
    )


@lru_cache(maxsize=1 << 13)
def _read(printed: str) -> PostPhrase | None:
    """Read words as a post, by themselves: most posts stand in many reports."""
    words = strip_article(printed)
    begin = printed.index(words) if words else 0
    words = HYPHENED.sub(r"\1 ", NUMBERED.sub("", words))
    words = SPACE.sub(" ", SHORT_NAME.sub(" ", CAPITAL.sub(" ", PORTFOLIO.sub(" ", words)))).strip()
    tokens = [(m.start(), m.end(), plain_word(m.group())) for m in WORDS.finditer(words)]
    joint = next(
        (i for i in range(1, len(tokens)) if divides_title(tokens, i) and not in_title(tokens, i)),
        len(tokens),
    )
    found = last_title(tokens, joint) or last_title(tokens, len(tokens))
    if found is None:
        return None
    if "rank" in vocabulary().titles[found[2]].flags:
        # 'Defence Minister General (Retd)': a rank behind a post is not the post
        earlier = last_title(tokens, found[0])
        if earlier is not None:
            words, tokens, found = words[: tokens[found[0]][0]].strip(), tokens[: found[0]], earlier
    first, last, head = found
    vocab = vocabulary()
    word = vocab.titles[head]
    left = first
    while left > 0 and tokens[left - 1][2] in vocab.title_modifiers and not of_body(tokens, left - 1):
        left -= 1
    title = words[tokens[left][0] : tokens[last][1]]
    if word.plural:
        title = singular_title(words, tokens, left, first, word.head)
    owner = words[: tokens[left][0]].strip(" ,")
    before = OWNED.sub("", owner).strip()
    before = "" if LEADS_IN.search(before) else DANGLING.sub("", before).strip()
    if (party := OF_PARTY.match(before)) is not None:
        title, before = f"{party['rank']} {title}", f"{party['level']}{party['party']}"
    apart = APART.match(before)
    if apart:
        before = before[apart.end() :].strip()
        if word.head not in MINISTERS and is_field_of_work(before) and office(before, word.head) == before:
            title, before = f"{before} {title}", ""  # 'Deputy Supreme Commander'
        title = f"{apart.group()} {title}"
    after = words[tokens[last][1] :].strip()
    joined = JOINING.match(after)
    link = joined[1].lower() if joined else "" if after.startswith(",") else " "
    after = JOINING.sub("", after).strip(" ,")
    own = after.lower().startswith("its ")
    aside = (
        joint < len(tokens)
        and tokens[joint][2] == "to"
        and last_title(tokens[joint + 1 :], len(tokens) - joint - 1)
    )
    if aside and joint == last + 1:
        # 'Assistant to the President', 'Adviser to the Prime Minister on Trade': whose aide one is belongs to the title
        title, after = f"{title} {words[tokens[joint][0] :]}", ""
    after = strip_article(after)
    if link == " " and after and has_head(before) and not (has_head(after) or is_field_of_work(after)):
        after = ""  # 'Trade Council liaison officer Owen So'
    if after and before and is_called(word.head, before, after):
        title, before = f"{before} {title}", ""  # 'Finance Director of the Water Company'
    if before != owner and PARTY_ORGAN.fullmatch(after) and OWNERS.fullmatch(strip_article(before)):
        # 'Elm Group's Secretary of the CPC Committee': the committee is the owner's
        before, after = "", f"{after} of {strip_article(before)}"
    body, level = body_and_level(strip_article(before), after)
    ranked = normal_case(strip_article(before)) if level and not body and before else ""
    if word.head in PARTY_HEADS:
        body = party_committee(body)
    if word.head in ("chief", "boss") and body.endswith("Party Committee") and not after:
        title = CHIEF.sub("Secretary", title)  # 'Party chief', 'deputy Party boss'
    if not after or word.head in FIELD_TITLES:
        body = office(body, word.head)  # 'the head of the organization' may be anyone
    if title.lower() == "standing member" and body.endswith("Party Committee"):
        title, body = "Member", f"Standing Committee of the {body}"
    surname = link == " " and word.head in CHAIRS and SURNAME.fullmatch(after) and not is_known(after)
    post = PostPhrase(
        title=normal_case(title),
        body="" if surname else body,
        level=level,
        start=begin,
        end=len(printed),
        plural=word.plural,
        generic=bool(surname) or (word.generic and not is_in_charge(word, title, body)),
        head=word.head,
        ranked=ranked,
        own=own,
        joint=link if after else INSIDE if apart and ranked else IN_FRONT,
    )
    return post if word.plural else with_field(post)  # several bodies are dealt out first
