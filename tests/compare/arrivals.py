"""Reports of a case as they come and go, and are corrected, for what must not depend on it."""

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

ANY_NUMBER = st.sampled_from([1.0, 3.0, 40.0])
A_FEW = settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def changed(claims, number):
    """Return the claims with the first figure of the middle one that has any set to a number."""
    some = [n for n, claim in enumerate(claims) if claim.measures]
    if not some or number is None:
        return claims
    n = some[len(some) // 2]
    first, *rest = claims[n].measures
    figure = first.model_copy(update={"low": number, "high": number})
    corrected = claims[n].model_copy(update={"measures": (figure, *rest)})
    return [*claims[:n], corrected, *claims[n + 1 :]]


def arrivals(data, built):
    """Yield the documents and claims of a case three times, each time other ones of them."""
    order = data.draw(st.permutations(built.documents))
    for _ in range(3):
        there = set(order[: data.draw(st.integers(1, len(order)))])
        documents = [d for d in built.documents if d in there]
        ids = {document.id for document in documents}
        own = [claim for claim in built.claims if claim.document in ids]
        yield documents, changed(own, data.draw(st.none() | ANY_NUMBER))
