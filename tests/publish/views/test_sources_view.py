"""Who speaks and from whom it comes: every claim belongs to one speaker and one origin."""

from variorum.case import Case
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
    assert len({view.badge.siglum for view in views}) == len(views)
    told = {origin.label: (origin.because, len(origin.claims)) for origin in case.origins}
    assert {v.badge.label: (v.because, len(v.claims)) for v in views} == told
