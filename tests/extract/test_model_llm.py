"""An LLM at an address, with a server on this machine that only pretends: the request, the answers, what goes wrong."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract import model_llm
from extract.answers import Answers, settle
from extract.model import Mentions, ModelError, load_model
from extract.model_llm import LlmModel
from extract.model_llm_address import KEY
from extract.model_llm_answer import read_answer

TEXT = "Aroha Ngata took the chair; Losa Faleolo spoke."
Answering = Callable[[dict[str, Any]], tuple[int, Any]]


def completion(content: Any, finish: str = "stop") -> tuple[int, dict[str, Any]]:
    return 200, {"choices": [{"message": {"content": content}, "finish_reason": finish}]}


def people(*names: str) -> tuple[int, dict[str, Any]]:
    return completion(json.dumps({"people": names}))


class Server:
    """A server on the loopback address that answers as it is told and remembers what it was asked."""

    def __init__(self) -> None:
        self.answering: Answering = lambda _: people("Aroha Ngata", "Losa Faleolo")
        self.asked: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                outer.asked.append({"path": self.path, **body})
                outer.headers.append(dict(self.headers))
                state, content = outer.answering(body)
                data = content if isinstance(content, bytes) else json.dumps(content).encode()
                self.send_response(state)
                if state == 302:
                    self.send_header("Location", f"http://127.0.0.1:{outer.port}/elsewhere")
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            do_GET = do_POST  # noqa: N815

            def log_message(self, *_: Any) -> None:
                """Print nothing."""

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = self.http.server_port
        self.address = f"http://127.0.0.1:{self.port}/v1#tiny:1b"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setattr(model_llm, "PAUSES", (0.0, 0.0))
    monkeypatch.delenv(KEY, raising=False)
    made = Server()
    thread = threading.Thread(target=made.http.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield made
    made.http.shutdown()
    made.http.server_close()


def words(mentions: Mentions, text: str = TEXT) -> list[str]:
    return [text[span.start : span.end] for span in mentions.spans]


def test_the_request_asks_for_json_of_one_form_and_the_answer_becomes_spans(server: Server) -> None:
    model = load_model(server.address)
    assert isinstance(model, LlmModel)
    assert words(model.annotate([TEXT])[0]) == ["Aroha Ngata", "Losa Faleolo"]
    (asked,) = server.asked
    assert (asked["path"], asked["model"], asked["temperature"]) == ("/v1/chat/completions", "tiny:1b", 0)
    assert asked["messages"][-1] == {"role": "user", "content": TEXT}
    schema = asked["response_format"]["json_schema"]
    assert schema["strict"] is True
    assert schema["schema"]["additionalProperties"] is False
    assert "Authorization" not in server.headers[0]


def test_the_key_comes_from_the_environment_and_is_told_nobody(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(KEY, "s3cret")
    server.answering = lambda _: (401, {"error": "the key s3cret is wrong"})
    (mentions,) = LlmModel(server.address).annotate([TEXT])
    assert server.headers[0]["Authorization"] == "Bearer s3cret"
    assert "HTTP 401" in mentions.failed
    assert "s3cret" not in mentions.failed


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("https://llm.example/v1", "name the model"),
        ("https:///v1#m", "name the model"),
        ("https://user:word@llm.example/v1#m", "holds no password"),
        ("http://llm.example/v1#m", "not sent over http"),
        ("http://[::1/v1#m", "Invalid IPv6"),
    ],
)
def test_an_address_that_must_not_be_asked_is_refused(
    address: str, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(KEY, "s3cret")
    with pytest.raises(ModelError, match=why):
        load_model(address)


@pytest.mark.parametrize(
    "address", ["http://localhost:1/v1#m", "http://[::1]:1/v1#m", "https://llm.example/v1#m"]
)
def test_a_key_may_go_to_this_machine_or_over_https(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEY, "s3cret")
    model = load_model(address)
    assert model is not None
    assert model.name.startswith("m at ")


ANSWERS = [
    ("as asked for", '{"people": ["Aroha Ngata"]}', ["Aroha Ngata"], ()),
    ("nobody", '{"people": []}', [], ()),
    ("twice the same", '{"people": ["Aroha Ngata", "Aroha Ngata"]}', ["Aroha Ngata"], ()),
    ("invented", '{"people": ["Tane Rua"]}', [], ("'Tane Rua', which does not stand in the sentence",)),
    (
        "spelt better",
        '{"people": ["Aroha Ngāta"]}',
        [],
        ("'Aroha Ngāta', which does not stand in the sentence",),
    ),
    (
        "a piece of a word",
        '{"people": ["Aroha Nga"]}',
        [],
        ("'Aroha Nga', which does not stand in the sentence",),
    ),
    ("an empty name", '{"people": [""]}', [], ("'', which does not stand in the sentence",)),
    ("prose", "The people are Aroha Ngata.", [], ("an answer that is no JSON",)),
    ("a list", '["Aroha Ngata"]', [], ("an answer in another form than was asked for",)),
    ("one field more", '{"people": [], "note": ""}', [], ("an answer in another form than was asked for",)),
    (
        "records",
        '{"people": [{"name": "Aroha Ngata"}]}',
        [],
        ("an answer in another form than was asked for",),
    ),
]


@pytest.mark.parametrize(
    ("answer", "found", "refused"), [row[1:] for row in ANSWERS], ids=[row[0] for row in ANSWERS]
)
def test_a_name_counts_where_it_stands_in_the_text_letter_by_letter(
    answer: str, found: list[str], refused: tuple[str, ...]
) -> None:
    mentions = read_answer(TEXT, answer)
    assert (words(mentions), mentions.refused) == (found, refused)


def test_every_place_of_a_name_is_a_mention() -> None:
    text = "Aroha Ngata spoke, and Aroha Ngata left."
    assert [span.start for span in read_answer(text, '{"people": ["Aroha Ngata"]}').spans] == [0, 23]


@given(st.text(), st.text() | st.lists(st.text()).map(lambda names: json.dumps({"people": names})))
def test_whatever_is_answered_a_span_is_words_of_the_text(text: str, answer: str) -> None:
    for span in read_answer(text, answer).spans:
        assert 0 <= span.start < span.end <= len(text)


FAILURES = [
    ("no completion", lambda _: (200, {"object": "list"}), "no chat completion", 1),
    ("no JSON", lambda _: (200, b"<html>"), "no chat completion", 1),
    ("a refusal", lambda _: completion(None), "refused or cut off", 1),
    ("cut off", lambda _: completion('{"people": ["Aro', "length"), "refused or cut off", 1),
    ("unknown model", lambda _: (404, {"error": "no such model"}), 'HTTP 404: {"error": "no such model"}', 1),
    ("sent elsewhere", lambda _: (302, {}), "HTTP 302", 1),
    ("too busy, three times", lambda _: (503, {"error": "busy"}), "HTTP 503", 3),
    ("too long", lambda _: (200, b"x" * 1_000_001), "more than 1,000,000 bytes", 1),
]


@pytest.mark.parametrize(
    ("answering", "why", "tries"), [row[1:] for row in FAILURES], ids=[row[0] for row in FAILURES]
)
def test_what_goes_wrong_is_told_and_not_kept(
    server: Server, tmp_path: Path, answering: Answering, why: str, tries: int
) -> None:
    server.answering = answering
    model = LlmModel(server.address, tmp_path / "answers.jsonl")
    (mentions,) = model.annotate([TEXT])
    assert mentions.spans == ()
    assert mentions.failed.startswith(f"tiny:1b at 127.0.0.1:{server.port}: ")
    assert why in mentions.failed
    assert len(server.asked) == tries
    assert not (tmp_path / "answers.jsonl").exists()


def test_a_server_that_is_busy_once_is_asked_again(server: Server) -> None:
    states = iter([(429, {}), people("Aroha Ngata")])
    server.answering = lambda _: next(states)
    assert words(LlmModel(server.address).annotate([TEXT])[0]) == ["Aroha Ngata"]


def test_a_model_that_takes_no_temperature_is_asked_without(server: Server) -> None:
    server.answering = lambda body: (
        (400, {"error": "temperature is not supported"}) if "temperature" in body else people("Aroha Ngata")
    )
    model = LlmModel(server.address)
    assert words(model.annotate([TEXT])[0]) == ["Aroha Ngata"]
    model.annotate(["Another sentence."])
    assert ["temperature" in asked for asked in server.asked] == [True, False, False]


def test_a_server_that_is_not_there_is_not_waited_for_sentence_by_sentence(server: Server) -> None:
    server.http.shutdown()
    server.http.server_close()
    found = LlmModel(server.address).annotate([f"Sentence {number}." for number in range(9)])
    assert "refused" in found[0].failed
    assert found[8].failed.startswith(
        f"tiny:1b at 127.0.0.1:{server.port}: not asked, since no answer came before"
    )


def test_nothing_is_asked_twice_nor_by_another_model_answered(server: Server, tmp_path: Path) -> None:
    kept = tmp_path / "answers.jsonl"
    texts = [TEXT, "Nobody is here.", "Tane Rua spoke."]
    first = LlmModel(server.address, kept).annotate(texts)
    assert len(server.asked) == 3
    server.answering = lambda _: (500, {})
    assert LlmModel(server.address, kept).annotate(texts) == first
    assert len(server.asked) == 3
    (other,) = LlmModel(server.address.replace("1b", "2b"), kept).annotate(texts[:1])
    assert "HTTP 500" in other.failed


def test_the_file_of_answers_has_the_same_bytes_whatever_was_asked_first(
    server: Server, tmp_path: Path
) -> None:
    texts = [f"Sentence {number}." for number in range(7)]
    for name, order in (("a", texts), ("b", texts[::-1])):
        LlmModel(server.address, tmp_path / name).annotate(order)
        settle(tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_half_a_line_of_a_killed_run_is_asked_again(server: Server, tmp_path: Path) -> None:
    kept = tmp_path / "answers.jsonl"
    LlmModel(server.address, kept).annotate([TEXT, "Tane Rua spoke."])
    kept.write_bytes(kept.read_bytes()[:-30])
    LlmModel(server.address, kept).annotate([TEXT, "Tane Rua spoke."])
    assert len(server.asked) == 3
    assert len(kept.read_text(encoding="utf-8").splitlines()) == 2


def test_a_file_that_holds_something_else_is_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "reports.jsonl"
    file.write_text('{"text": "Mayor Tan Heng spoke."}\n', encoding="utf-8")
    with pytest.raises(ModelError, match="no file of a model's answers: line 1"):
        Answers(file)
    assert file.read_text(encoding="utf-8") == '{"text": "Mayor Tan Heng spoke."}\n'
