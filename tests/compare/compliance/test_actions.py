"""What claims say was done or left, by whom, to what, and when."""

from datetime import date

import pytest
from dealt import read, report

from variorum.compare.compliance.actions import acts, told


def acted(text, published="2031-04-12"):
    """Return what a report says was done, once for each verb."""
    document = report(text, "Herald", published)
    return told(read(document), {document.id: document})


def one(text, deed, published="2031-04-12"):
    (act,) = [act for act in acted(text, published) if deed in act.deeds]
    return act


@pytest.mark.parametrize(
    ("text", "deed", "done"),
    [
        ("The army shelled Orrin.", "fire", True),
        ("The army did not shell Orrin.", "fire", False),
        ("The army has not freed the prisoners.", "release", False),
        ("The mayor denied that the army had shelled Orrin.", "fire", False),
        ("The army denied that it had shelled Orrin.", "fire", False),
        ("The mayor denied that the army had not freed the prisoners.", "release", True),
        ("The army suspended its patrols.", "patrol", False),
        ("The army did not suspend its patrols.", "patrol", True),
        ("The mayor denied that the army had suspended its patrols.", "patrol", True),
    ],
)
def test_not_doing_denying_and_stopping_each_turn_an_act(text, deed, done):
    assert one(text, deed).done is done


@pytest.mark.parametrize(
    "text",
    [
        "The army will shell Orrin.",
        "The army promised to free the prisoners.",
        "The minister ordered the army to shell Orrin.",
        "The army must free the prisoners.",
    ],
)
def test_what_is_promised_ordered_or_foretold_was_not_done(text):
    assert [act for act in acted(text) if act.deeds & {"fire", "release"}] == []


def test_an_act_without_an_agent_names_nobody():
    act = one("Forty prisoners were freed on 8 April.", "release")
    assert act.agent is None
    assert "prisoner" in act.patient


@pytest.mark.parametrize(
    ("text", "deed", "agent"),
    [
        ("The prisoners were freed by the River Front on 8 April.", "release", "River Front"),
        ("Masked men of the Stone Column shelled Orrin.", "fire", "men of the Stone Column"),
        ("The Upland Army’s guns shelled Orrin on 9 April.", "fire", "Upland Army’s guns"),
        ("The River Front said that its fighters had left Orrin.", "withdraw", "River Front"),
        ("“We freed the prisoners,” the River Front said.", "release", "River Front"),
    ],
)
def test_an_agent_is_told_with_the_body_it_belongs_to(text, deed, agent):
    assert agent in one(text, deed).agent


@pytest.mark.parametrize(
    "text",
    [
        "The River Front met the Salt Guild in March and shelled Orrin on 9 April.",
        "The River Front, which had fought the Salt Guild, shelled Orrin on 9 April.",
    ],
)
def test_whoever_is_named_between_the_agent_and_the_verb_did_not_do_it(text):
    assert "Salt Guild" not in one(text, "fire").agent


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("The ceasefire was holding on Friday, monitors said.", True),
        ("The truce collapsed on 9 April.", False),
        ("The army has violated the ceasefire.", False),
        ("The army has not violated the ceasefire.", True),
        ("The army denied that it had violated the ceasefire.", True),
        ("The truce did not hold.", False),
        ("The army kept its promise.", True),
        ("The army had not violated the ceasefire in 1,609 cases.", None),
        ("The army shelled Orrin.", None),
        ("The army kept the mill.", None),
    ],
)
def test_what_is_said_of_an_agreement_as_a_whole_is_told_apart(text, whole):
    assert {act.whole for act in acted(text)} == {whole}


@pytest.mark.parametrize(
    ("text", "agent", "deeds", "whole"),
    [
        (
            "The council accused the Northern Brigades of violating the ceasefire by firing on "
            "the road to Kessin on Friday.",
            "the Northern Brigades",
            {"fire"},
            False,
        ),
        ("The council accused the army of having broken the truce.", "the army", set(), False),
        ("The council accused the army of shelling Orrin.", "the army", {"fire"}, None),
        ("The council blamed the army for closing the bridge.", "the army", {"close"}, None),
    ],
)
def test_whoever_is_accused_is_said_to_have_done_it(text, agent, deeds, whole):
    accused = [act for act in acted(text) if act.agent == agent]
    assert accused
    assert all(act.done and act.whole is whole and deeds <= act.deeds for act in accused)
    assert any("fire" in act.deeds for act in accused) == ("fire" in deeds)


@pytest.mark.parametrize(
    ("text", "deed", "day"),
    [
        ("The army shelled Orrin on 3 April and freed nine men on 8 April.", "fire", 3),
        ("The army shelled Orrin on 3 April and freed nine men on 8 April.", "release", 8),
        ("On 4 April the army shelled Orrin.", "fire", 4),
        ("The army shelled Orrin.", "fire", 12),
    ],
)
def test_an_act_has_the_date_nearest_to_its_verb_or_was_by_that_of_its_report(text, deed, day):
    act = one(text, deed)
    untold = "../" if day == 12 else ""
    assert act.edtf == f"{untold}2031-04-{day:02}"
    assert act.when == (date(2031, 4, day), date(2031, 4, day))
    assert not act.by_then


def test_of_two_days_of_other_verbs_the_nearer_is_taken():
    text = (
        "The fair of 3 April had ended, the army shelled Orrin, the dam of Telm broke and so did "
        "that of Surn, and the fair of 9 May was called off."
    )
    (act,) = [act for act in acted(text) if act.agent and "army" in act.agent]
    assert act.edtf == "2031-04-03"


def test_what_stands_far_behind_a_verb_is_not_what_it_was_done_to():
    text = (
        "The army shelled Orrin, whose dam had broken in the spring after a long winter of rain "
        "and whose mayor had asked the Salt Guild for help."
    )
    act = one(text, "fire")
    assert "Orrin" in act.around
    assert "Salt Guild" not in act.around


def test_what_somebody_said_on_a_day_had_not_been_done_by_then():
    act = one("The army has not freed the prisoners, the mayor said on 3 April 2031.", "release")
    assert act.edtf == "2031-04-03"


def test_a_report_without_a_date_leaves_its_acts_undated():
    act = one("The army shelled Orrin.", "fire", None)
    assert (act.edtf, act.when) == (None, None)


def test_an_act_told_by_a_claim_within_another_is_told_once():
    text = "The mayor said that residents had told him that the army shelled Orrin on 9 April."
    document = report(text, "Herald")
    found = [act for claim in read(document) for act in acts(claim, document)]
    assert sum("fire" in act.deeds for act in found) > 1
    assert one(text, "fire").claim.text == "that the army shelled Orrin on 9 April"


def test_parts_of_claims_tell_nothing_of_their_own():
    document = report("The army shelled Orrin.", "Herald")
    (claim,) = read(document)
    assert list(acts(claim, document))
    assert list(acts(claim.model_copy(update={"part_of": "another"}), document)) == []


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("Two of forty lorries left Orrin.", 0.05),
        ("Fewer than half of the lorries left Orrin.", 0.1),
        ("Most of the lorries left Orrin.", 0.5),
        ("40 lorries left Orrin.", 1.0),
    ],
)
def test_of_those_who_were_to_do_it_a_share_did(text, share):
    assert one(text, "withdraw").share == share


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("The front refused to hand over the guns.", "leave_behind"),
        ("The front failed to release the prisoners.", "release"),
        ("Not a single gun had been handed over.", "leave_behind"),
    ],
)
def test_what_somebody_refused_or_failed_to_do_was_not_done(text, deed):
    assert one(text, deed).done is False


def test_who_is_only_named_in_a_deal_did_nothing():
    (act,) = [
        act
        for act in acted("A photo of a deal between the army and the front came out on Monday.")
        if "withdraw" in act.deeds
    ]
    assert not act.agent or "front" not in act.agent
