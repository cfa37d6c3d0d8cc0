"""Who speaks and from whom it comes: every claim belongs to one speaker and one origin."""

from variorum.case import Case
from variorum.publish.base.index import Index
from variorum.publish.views.sources_view import origin_views, speaker_views


def test_those_who_say_most_come_first_and_no_claim_is_lost(case: Case) -> None:
    index = Index(case)
    counts = [len(view.claims) for view in speaker_views(index)]
    assert counts == sorted(counts, reverse=True)
    assert sum(counts) == len(index.whole_claims)


def test_every_origin_has_its_badge_and_its_documents(case: Case) -> None:
    index = Index(case)
    views = origin_views(index)
    assert len(views) == len(case.origins)
    assert len({view.badge.siglum for view in views}) == len(views)
    by_label = {index.badge[origin.id].siglum: origin for origin in case.origins}
    for view in views:
        assert len(view.documents) == len(set(by_label[view.badge.siglum].documents))
