"""What may name a party is found by what it shares with it, and nothing that names it is missed."""

from itertools import product

import pytest

from variorum.compare.actors.sides import Sides
from variorum.compare.compliance.named_agents import Agents
from variorum.compare.compliance.who_acted import party_in
from variorum.model import Actor, ActorName

# Each is named by the words beside it, and each time for another reason.
NAMED = {
    "the Upland Army": "an Upland Army patrol",
    "Wessland League of Farmers": "the League",
    "Rwanda": "Rwandan troops",
    "Sorland": "Sorlani soldiers",
    "the Free Orrin Movement": "FOM",
    "the SDF/PKK": "SDF",
    "UGB": "the United Gate Brigade",
    "Orinqa Council": "the Orinqah council",
    "the Front": "fighters of the front",
    "Senator Fields": "Nora Fields",
    "the Vale militia": "Lantern",
    "the Government of Castrel": "government warplanes",
    "President Anna Sorl": "the army",
    "rebel leader Omar Dain": "Dain’s troops",
    "AND": "a plane",
    "the Hill League of Sorl": "the Hill League",
}
OTHERS = ("gunmen", "the cook", "a market in Rwanda", "it", "the", "", "former League men", "Vale")
CALLED = (
    Actor(
        id="1",
        label="Senator Fields",
        names=(ActorName(name="Nora Fields", used_by=()),),
        kind="person",
    ),
)
SIDES = Sides(CALLED, [("the Vale militia", "Lantern")])


def test_whoever_is_named_is_near():
    agents = Agents([*NAMED.values(), *OTHERS])
    said = [
        (party, agent)
        for party, agent in product(NAMED, (*NAMED.values(), *OTHERS))
        if party_in(agent, (party,), SIDES) is not None
    ]
    assert set(NAMED.items()) <= set(said)
    missed = [(p, agent) for p, agent in said if agent not in agents.near(SIDES.of((p,)))]
    assert not missed


@pytest.mark.parametrize("party", ["the Upland Army", "Rwanda", "Orinqa Council", "the SDF/PKK"])
def test_most_words_are_not_near_a_party(party):
    near = Agents([*NAMED.values(), *OTHERS]).near(SIDES.of((party,)))
    assert 0 < len(near) <= (len(NAMED) + len(OTHERS)) / 3


def test_parties_are_near_together_and_words_are_found_by_stems_as_well():
    agents = Agents(NAMED.values())
    both = agents.near(SIDES.of(("Sorland", "Rwanda")))
    assert both == agents.near(SIDES.of(("Sorland",))) | agents.near(SIDES.of(("Rwanda",)))
    assert agents.near(SIDES.of(()), {"patrol"}) == {"an Upland Army patrol"}
