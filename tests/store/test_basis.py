"""What a build depends on has another key whenever something of it changes."""

from __future__ import annotations

import os
from pathlib import Path

from variorum.settings import Settings
from variorum.store.basis import basis_of


def test_the_key_is_another_for_other_files_bytes_settings_and_days(tmp_path: Path) -> None:
    one, two = tmp_path / "a.txt", tmp_path / "b.txt"
    one.write_text("Ten people left.", "utf-8")
    two.write_text("Ten people left.", "utf-8")
    files, settings = [one, two], Settings()
    first = basis_of(files, settings, None)
    os.utime(two, (1, 1))
    assert basis_of(files, settings, None) == first
    assert (
        basis_of(
            files,
            Settings(workers=3, database="postgresql://db/x", cluster="local", shards="s"),
            None,
        )
        == first
    )
    keys = {
        first,
        basis_of(files[:1], settings, None),
        basis_of(files, settings, "2017"),
        basis_of(files, Settings(solver_seconds=1), None),
        basis_of(files, Settings(max_file_mb=0.000_001), None),
    }
    two.write_text("Six people left.", "utf-8")
    keys.add(basis_of(files, settings, None))
    two.unlink()
    keys.add(basis_of(files, settings, None))
    two.mkdir()
    keys.add(basis_of(files, settings, None))
    assert len(keys) == 8
