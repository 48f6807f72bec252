"""The address of a large language model: which may be asked, and with which key."""

from __future__ import annotations

import ipaddress
import os
from urllib.parse import SplitResult, urlsplit

from extract.model import ModelError

KEY = "SEDERUNT_LLM_KEY"
"""The environment variable with the key, where the server wants one."""


def checked_address(address: str) -> tuple[SplitResult, str]:
    """Split an address from the model behind '#'. Raises ModelError for what must not, or cannot, be asked."""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError as error:
        raise ModelError(f"model '{address}': {error}") from error
    if not host or not parts.fragment:
        raise ModelError(
            f"model '{address}': name the model behind the address, as in http://localhost:11434/v1#qwen3:8b"
        )
    if "@" in parts.netloc:
        raise ModelError(f"a model's address holds no password; put the key into {KEY}")
    if parts.scheme == "http" and os.environ.get(KEY) and not _is_local(host):
        raise ModelError(f"model '{address}': the key in {KEY} is not sent over http; use https")
    return parts._replace(fragment=""), parts.fragment


def _is_local(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
