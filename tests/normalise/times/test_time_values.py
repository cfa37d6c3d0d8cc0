"""What the pieces of a time expression say, and the rules that make a date of them."""

import pytest

from variorum.language.calendar import base_of
from variorum.model import AnchorKind, Document
from variorum.normalise.times import (
    absolute_times,
    dates_by_grammar,
    dates_by_lexicon,
    days,
    durations,
    moments_by_lexicon,
    time_values,
)
from variorum.normalise.times.moments import Context
from variorum.normalise.times.time_mentions import find

BASE = Context(base_of("2021-05-04"), AnchorKind.DOCUMENT)  # a Tuesday


def mention(text):
    (found,) = find(text)
    return found


@pytest.mark.parametrize(("text", "step"), [("last week", -1), ("next week", 1), ("this week", 0)])
def test_last_this_and_next_are_steps(text, step):
    assert time_values.step_of(mention(text)) == step


def test_numbers_days_and_years_are_read_in_digits_and_words():
    assert time_values.amount(mention("two days ago")) == 2
    assert time_values.year_of(mention("in May 2016")) == 2016
    assert time_values.clock_value(mention("at 5 p.m.")) == "17:00"
    assert time_values.day_number(mention("on 3 May"), "day") == 3


def test_a_weekday_is_the_last_one_of_the_news():
    assert days.weekday(mention("on Friday"), BASE).edtf == "2021-04-30"


def test_every_form_has_one_rule():
    tables = [absolute_times.RESOLVERS, days.RESOLVERS, durations.RESOLVERS]
    forms = [form for table in tables for form in table]
    assert len(set(forms)) == len(forms)


@pytest.mark.parametrize(
    ("reader", "language", "text"),
    [
        (dates_by_grammar.GrammarReader, "en", "It rained two days ago."),
        (dates_by_lexicon.LexiconReader, "de", "Es regnete vor zwei Tagen."),
    ],
)
def test_both_readers_mean_the_same_day(reader, language, text):
    read = reader(Document.from_text(text, language=language))
    (found,) = read.mentions
    assert read.read(found, BASE).edtf == "2021-05-02"
    assert not read.is_ahead(found)


def test_a_mention_by_lexicon_keeps_what_its_slots_hold():
    read = dates_by_lexicon.LexiconReader(Document.from_text("Es regnete gestern.", language="de"))
    (found,) = read.mentions
    assert moments_by_lexicon.resolved(found, BASE).edtf == "2021-05-03"
