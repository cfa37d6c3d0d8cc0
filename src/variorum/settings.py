"""Every setting, once, with its help. Each can be given as an environment variable."""

from __future__ import annotations

import ipaddress
import os
from typing import Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError

from variorum.errors import UsageError

# The extractor that asks a language model as well.
LLM = "llm"


class Settings(BaseModel):
    """How Variorum runs; `Settings.from_environment()` reads VARIORUM_* variables."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    language_model: str | None = Field(
        default=None,
        description="Name of the installed spaCy model to use instead of the preferred one.",
    )
    extractor: str = Field(
        default="learned",
        min_length=1,
        description="What finds the claims: `learned` (the model; rules where its files are "
        "missing), `rules`, `llm` (the model, joined with what a language model points to), or a "
        "function of your own as `package.module:function`.",
    )
    llm_model: str | None = Field(
        default=None, description="The language model to ask, by its server's name for it."
    )
    llm_endpoint: str | None = Field(
        default=None,
        description="Where it is asked: a server of the OpenAI protocol, as "
        "`http://127.0.0.1:8080/v1`.",
    )
    llm_join: Literal["union", "intersection", "alone"] = Field(
        default="union",
        description="How its claims are joined with those of `learned`: `union` adds where there "
        "are none, `intersection` keeps those that both found, `alone` takes its own.",
    )
    llm_allow_remote: bool = Field(
        default=False,
        description="Whether texts may be sent to a server that is not on this machine.",
    )
    llm_seconds: float = Field(
        default=120, gt=0, description="How long an answer is waited for; it is then a gap."
    )
    llm_key: SecretStr | None = Field(
        default=None, description="The key of a hosted server; it is never written anywhere."
    )
    llm_cache: str | None = Field(
        default=None,
        description="The folder that keeps answers; without it `variorum/llm` in the user's cache.",
    )
    database: str | None = Field(
        default=None,
        description="The PostgreSQL database that keeps the cases, each under its name, as "
        "`postgresql://USER@HOST/DATABASE`; without it a case is a file.",
    )
    max_file_mb: float = Field(
        default=20, gt=0, description="Files larger than this many megabytes are listed as gaps."
    )
    max_text_chars: int = Field(
        default=4_000_000, gt=0, description="Texts longer than this are listed as gaps."
    )
    solver_seconds: float = Field(
        default=20,
        gt=0,
        description="Time budget for proving contradictions in one component of the case.",
    )
    copy_threshold: float = Field(
        default=0.5,
        gt=0,
        le=1,
        description="Share of a text's word shingles found in another from which it is a copy.",
    )
    workers: int = Field(
        default=1,
        ge=0,
        description="Processes that read the claims of documents: 1 is this one, 0 one for each "
        "processor, fewer where there is little text. 'variorum build' takes 0 unless told.",
    )
    cluster: str | None = Field(
        default=None,
        min_length=1,
        description="The Ray cluster whose processors read the claims of documents: `local` starts "
        "one on this machine for the build, `HOST:PORT` joins one that runs.",
    )
    shards: str | None = Field(
        default=None,
        min_length=1,
        description="The folder, here or at an address such as `s3://BUCKET/FOLDER`, to which "
        "a cluster's workers write what each document gave, as a Parquet file.",
    )
    strict: bool = Field(
        default=False,
        description="End at the first file or document that cannot be read; else it is listed.",
    )

    @classmethod
    def from_environment(cls) -> Settings:
        """Return the settings, each overridden by VARIORUM_<NAME> where that variable is set.

        Raises:
            UsageError: when a variable holds a value of the wrong kind.
        """
        variables = {name: cls.variable(name) for name in cls.model_fields}
        given = {n: os.environ[v] for n, v in variables.items() if v in os.environ}
        try:
            return cls.model_validate(given)
        except ValidationError as error:
            wrong = error.errors()[0]
            name = str(wrong["loc"][0])
            raise UsageError(
                f"{variables[name]} is {given[name]!r}: {wrong['msg']}; change or unset it."
            ) from error

    @staticmethod
    def variable(name: str) -> str:
        """Return the environment variable that overrides the setting `name`."""
        return f"VARIORUM_{name.upper()}"


def checked_endpoint(settings: Settings) -> str:
    """Return the address that a model is asked at, without a slash at its end.

    Raises:
        UsageError: when no model or address is named, it is none, or it is another machine's and
            that was not allowed.
    """
    endpoint = (settings.llm_endpoint or "").rstrip("/")
    if not settings.llm_model or not endpoint:
        raise UsageError(
            "Name the model and its server, as --model NAME --endpoint http://127.0.0.1:8080/v1."
        )
    try:
        parts = urlsplit(endpoint)
        host = parts.hostname if parts.scheme in {"http", "https"} else None
    except ValueError:
        host = None
    if not host:
        raise UsageError(f"'{endpoint}' is no address; give one as http://127.0.0.1:8080/v1.")
    if not is_loopback(endpoint) and not settings.llm_allow_remote:
        raise UsageError(
            f"'{host}' is not this machine, and the texts of the reports would be sent there; allow"
            " it by --allow-remote."
        )
    return endpoint


def is_loopback(endpoint: str) -> bool:
    """Return whether an address is this machine's own."""
    host = urlsplit(endpoint).hostname or ""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
