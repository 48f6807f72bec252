"""A large language model at an address that the user gives: any server that speaks OpenAI's chat completions.

The one place where a build uses the network, and only where `--model` is an address. Each sentence that is asked about is
sent alone, with a prompt that is fixed; the answer has to be JSON of one form, and a name counts only where it stands in the
sentence letter by letter. Answers are kept (`extract.answers`). Nothing that goes wrong stops a build: the ledger has it.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlunsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from extract.answers import Answers, answer_key
from extract.model import Mentions
from extract.model_llm_address import KEY, checked_address
from extract.model_llm_answer import FORMAT, PROMPT, NoAnswer, content_of, read_answer

TIMEOUT = 60.0  # seconds without a byte from the server
PAUSES = (1.0, 4.0)  # seconds before a second and a third try
PASSING = frozenset({408, 429, 500, 502, 503, 504})
"""HTTP states that may be gone at the next try."""
AT_ONCE = 4  # sentences that are asked about at a time
LONGEST_ANSWER = 1_000_000  # bytes; the answer about a sentence has some hundred


class _NoRedirect(HTTPRedirectHandler):
    """A server that sends us elsewhere is not followed: the user named this one, and the key is for it alone."""

    def redirect_request(self, *_: Any) -> None:
        return None


class LlmModel:
    """A model behind an address such as `http://localhost:11434/v1#qwen3:8b`."""

    def __init__(self, address: str, answers: Path | None = None) -> None:
        parts, self.model = checked_address(address)
        self.host = parts.netloc
        self.url = urlunsplit(parts._replace(path=parts.path.rstrip("/") + "/chat/completions"))
        self.name = f"{self.model} at {self.host}"
        stated = json.dumps([self.url, self.model, PROMPT, FORMAT], sort_keys=True)
        self.digest = hashlib.sha256(stated.encode()).hexdigest()
        self.answers = Answers(answers)
        self._down = ""
        self._temperature = True

    def annotate(self, texts: Sequence[str]) -> list[Mentions]:
        """Return the people of each text, in order: from the answers kept, else from the server. Never raises."""
        keys = [answer_key(self.digest, text) for text in texts]
        asked = [n for n, key in enumerate(keys) if self.answers.get(key) is None]
        failed: dict[int, str] = {}
        for first in range(0, len(asked), AT_ONCE):
            together = asked[first : first + AT_ONCE]
            with ThreadPoolExecutor(AT_ONCE) as pool:
                found = list(pool.map(self._ask, [texts[n] for n in together]))
            for n, (answer, trouble) in zip(together, found, strict=True):
                if answer is None:
                    failed[n] = trouble
                else:
                    self.answers.keep(keys[n], model=self.name, text=texts[n], answer=answer)
            if all(answer is None for answer, _ in found):
                self._down = found[0][1]  # a server that is down is not waited for sentence by sentence
        return [
            Mentions(failed=f"{self.name}: {failed[n]}")
            if n in failed
            else read_answer(text, self._kept(key))
            for n, (text, key) in enumerate(zip(texts, keys, strict=True))
        ]

    def _kept(self, key: str) -> str:
        answer = self.answers.get(key)
        assert answer is not None
        return answer

    def _ask(self, text: str) -> tuple[str | None, str]:
        """Ask about one text, at most three times. Returns the answer, or None and why there is none."""
        if self._down:
            return None, f"not asked, since no answer came before ({self._down})"
        for pause in (*PAUSES, None):
            try:
                return self._post(text), ""
            except HTTPError as error:
                trouble = self._told(error)
                if error.code == 400 and self._temperature and "temperature" in trouble:
                    self._temperature = False  # some models take no other than their own
                elif error.code not in PASSING:
                    return None, trouble
            except NoAnswer as error:
                return None, str(error)
            except (URLError, HTTPException, OSError) as error:
                trouble = " ".join(str(getattr(error, "reason", error) or type(error).__name__).split())
            if pause is not None:
                time.sleep(pause)
        return None, trouble

    def _post(self, text: str) -> str:
        body: dict[str, Any] = {
            "model": self.model,
            "messages": [{"role": "system", "content": PROMPT}, {"role": "user", "content": text}],
            "response_format": FORMAT,
        }
        if self._temperature:
            body["temperature"] = 0
        headers = {"Content-Type": "application/json"}
        if key := os.environ.get(KEY):
            headers["Authorization"] = f"Bearer {key}"
        request = Request(self.url, json.dumps(body).encode("utf-8"), headers, method="POST")
        with build_opener(_NoRedirect).open(request, timeout=TIMEOUT) as response:
            content: bytes = response.read(LONGEST_ANSWER + 1)
        if len(content) > LONGEST_ANSWER:
            raise NoAnswer(f"an answer of more than {LONGEST_ANSWER:,} bytes")
        return content_of(content)

    def _told(self, error: HTTPError) -> str:
        """What the server says of a refused request, without the key."""
        told = " ".join(error.read(2000).decode("utf-8", "replace").split())
        key = os.environ.get(KEY)
        told = told.replace(key, "(key)") if key else told
        return f"HTTP {error.code}: {told[:200]}"
