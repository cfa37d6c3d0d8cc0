from __future__ import annotations

from pathlib import Path

import variorum
from variorum.publish.base.index import Index
from variorum.publish.base.quoted_claims import INFERRED, quotation


def test_an_inferred_speaker_is_told_as_one(tmp_path: Path) -> None:
    text = "A poll shows that 40 percent trust the mayor. Among women it is 50 percent."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    case = variorum.build(tmp_path)
    told = {claim.text: quotation(Index(case), claim).form for claim in case.claims}
    assert told["Among women it is 50 percent"].endswith(INFERRED)
    assert not told["that 40 percent trust the mayor"].endswith(INFERRED)
