"""Every setting has a default, limits, and a variable that overrides it."""

import pytest
from pydantic import ValidationError

from variorum.errors import UsageError, VariorumError
from variorum.settings import Settings

WORDS = {"cluster", "database", "extractor", "language_model", "shards"}
WORDS |= {"llm_cache", "llm_endpoint", "llm_key", "llm_model"}
OTHER = {
    "language_model": "en_core_web_sm",
    "extractor": "rules",
    "cluster": "local",
    "shards": "s3://bucket/shards",
    "llm_model": "small",
    "llm_endpoint": "http://127.0.0.1:8080/v1",
    "llm_join": "alone",
    "llm_allow_remote": True,
    "llm_seconds": 2.5,
    "llm_key": "secret",
    "llm_cache": "/tmp/kept",
    "database": "postgresql://db/desk",
    "max_file_mb": 1.5,
    "max_text_chars": 9,
    "solver_seconds": 0.5,
    "copy_threshold": 0.75,
    "workers": 3,
    "strict": True,
}


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_comes_from_its_variable(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"VARIORUM_{name.upper()}", str(OTHER[name]))
    assert Settings.from_environment() == Settings(**{name: OTHER[name]})
    assert Settings.from_environment() != Settings()


@pytest.mark.parametrize(
    "name", sorted(OTHER.keys() - WORDS - {"workers", "strict", "llm_allow_remote"})
)
@pytest.mark.parametrize("value", ["many", "-1", "0", ""])
def test_a_value_of_the_wrong_kind_is_named(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    variable = Settings.variable(name)
    monkeypatch.setenv(variable, value)
    with pytest.raises(UsageError) as error:
        Settings.from_environment()
    assert str(error.value).startswith(f"{variable} is {value!r}: ")
    assert str(error.value).endswith("; change or unset it.")
    assert isinstance(error.value, VariorumError)


def test_a_setting_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValidationError, match="colour"):
        Settings(colour="red")  # type: ignore[call-arg]
