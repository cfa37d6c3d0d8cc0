"""Which state a name is, by its name, its capital or what is of it."""

import functools
from collections.abc import Mapping

from babel import Locale
from babel.core import get_global

from variorum.language.files import code_of
from variorum.language.spelling import fold
from variorum.language.words.body_names import meanings
from variorum.yaml_files import word_file

# Of coalitions a case has one, whoever leads it.
COALITION = "coalition"
_rows = functools.partial(word_file, __package__, "states.yaml")


def state_of(name: str, language: str | None) -> str:
    """Return the country whose state a name is, its forces or capital, "coalition", or ""."""
    if state := capital_of(name, language):
        return state
    parts = meanings(name, language)
    if COALITION in parts:
        return COALITION
    codes = [part for part in parts if part.isupper()]
    rest = {part for part in parts if not part.isupper()}
    states = frozenset(_rows()["of_state"])
    return _label(codes[0]) if len(codes) == 1 and rest <= states else ""


def capital_of(name: str, language: str | None) -> str:
    """Return the country of a city that time zones are named for, or ""."""
    cities = (_cities(k).get(fold(name)) for k in (language, "en") if k)
    return next((_label(code) for code in cities if code), "")


@functools.cache
def _cities(language: str) -> Mapping[str, str]:
    """Return the countries of the cities that time zones are named for: mostly their capitals."""
    zones: dict[str, str] = dict(get_global("zone_territories"))
    # "Australia/West" and "US/Pacific" are no cities.
    areas = {zone.partition("/")[0] for zone in zones} - {_label(of) for of in zones.values()}
    aliases = get_global("zone_aliases").items()
    zones |= {
        old: zones[new] for old, new in aliases if new in zones and old.partition("/")[0] in areas
    }
    local = Locale.parse(code_of(language) or "en").time_zones
    cities = [(zone.rpartition("/")[2], of) for zone, of in zones.items()]
    cities += [(local.get(zone, {}).get("city") or "", of) for zone, of in zones.items()]
    return {fold(city): of for city, of in cities if city and of.isalpha()}


@functools.cache
def _label(code: str) -> str:
    return str(Locale.parse("en").territories.get(code, code))
