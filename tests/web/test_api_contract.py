"""Whatever the description of the API allows is answered as it says, and never with a fault."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import schemathesis
from hypothesis import Phase, given, settings
from schemathesis import openapi
from schemathesis.checks import CHECKS
from served import Served, serving

from variorum import open_case
from variorum.store import Store
from variorum.web.guard import COOKIE

EXAMPLES = 12
NAMES = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
)


@pytest.fixture(params=["file", "database"])
def served(request: pytest.FixtureRequest, built: Path, case_file: Path) -> Iterator[Served]:
    """The desk of the case in a file, and in PostgreSQL."""
    place: Path | str = case_file
    if request.param == "database":
        pytest.importorskip("psycopg")
        place = f"{request.getfixturevalue('postgres').url}#contract"
        with Store(place) as store:
            store.save(open_case(built))
    with serving(place) as desk:
        desk.let_in()
        yield desk


def test_every_route_keeps_to_its_description(served: Served):
    cookie = {"Cookie": f"{COOKIE}={served.cookie}"}
    schema = openapi.from_url(f"{served.address}/api/openapi.json", headers=cookie)
    checks = [CHECKS.get_one(name) for name in NAMES]
    operations = [found.ok() for found in schema.get_all_operations()]
    assert len(operations) > 20
    for operation in operations:

        @settings(max_examples=EXAMPLES, deadline=None, database=None, phases=[Phase.generate])
        @given(case=operation.as_strategy())
        def ask(case: schemathesis.Case) -> None:
            answer = case.call(base_url=served.address, headers=cookie)
            case.validate_response(answer, checks=checks)

        ask()
