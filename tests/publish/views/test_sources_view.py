"""Who speaks and from whom it comes: every claim belongs to one speaker and one origin."""

from dataclasses import replace

from variorum.case import Case, Comparison
from variorum.publish.base.index import Index
from variorum.publish.views.sources_view import origin_views, speaker_views


def test_those_who_say_most_come_first_and_no_claim_is_lost(case: Case) -> None:
    index = Index(case)
    counts = [len(view.claims) for view in speaker_views(index)]
    assert counts == sorted(counts, reverse=True)
    assert sum(counts) == len(index.whole_claims)


def test_every_origin_has_its_badge_its_claims_and_how_it_is_known(case: Case) -> None:
    views = origin_views(Index(case))
    assert len(views) == len(case.origins)
    assert len({badge.siglum for badge, *_ in views}) == len(views)
    told = {origin.label: (origin.because, len(origin.claims)) for origin in case.origins}
    assert {badge.label: (why, len(claims)) for badge, _, why, claims in views} == told


def test_of_those_who_speak_for_an_origin_three_are_named(case: Case) -> None:
    claims = tuple(
        claim.model_copy(update={"speaker": claim.speaker.model_copy(update={"name": name})})
        for claim, name in zip(case.claims, "abcde", strict=False)
    )
    origin = case.origins[0].model_copy(update={"claims": tuple(claim.id for claim in claims)})
    told = replace(case, claims=claims, comparison=Comparison(origins=(origin,)))
    ((_, words, *_),) = origin_views(Index(told))
    assert "5 claims by a, b, c and 2 others in " in words


def test_what_a_speaker_is_is_told_once_and_never_empty(case: Case) -> None:
    for view in speaker_views(Index(case)):
        assert len(set(view.what)) == len(view.what)
        assert not {"", "document"} & set(view.what)
