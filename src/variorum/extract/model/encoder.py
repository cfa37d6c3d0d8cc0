"""The small encoder and its role head, run by ONNX Runtime from the files under `models/`.

The model card beside them says what they were trained on and how well they do.
"""

import functools
import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from variorum.errors import ModelMissing
from variorum.extract.model.segments import Ints, Window

Floats = NDArray[np.float32]

MODELS = Path(__file__).parents[1] / "models"
MANIFEST = "manifest.json"
BATCH_PIECES = 2048
WIDTH = 128
OWN = {"tags": slice(0, 3), "fact": slice(3, 4), "role": slice(4, 12), "named": slice(12, 14)}


@dataclass(frozen=True)
class Read:
    """What the encoder makes of the words of a window: one row a word."""

    window: Window
    own: Floats
    shared: Floats


class Encoder:
    """Both graphs, loaded."""

    def __init__(self, folder: Path = MODELS) -> None:
        for name, expected in _manifest(folder).items():
            _verify(folder / name, expected)
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        # Both would keep for good what the largest batch took.
        options.enable_mem_pattern = options.enable_cpu_mem_arena = False
        # What is read of a text meanwhile takes as long, and needs the other processor.
        options.intra_op_num_threads = 1
        self._encoder = onnxruntime.InferenceSession(folder / "encoder.onnx", options)
        self._roles = onnxruntime.InferenceSession(folder / "roles.onnx", options)

    def read(self, windows: Sequence[Window]) -> list[Read]:
        """Return what the encoder makes of each window, in order."""
        found: dict[int, Read] = {}
        for indices in _batches([len(w.pieces) for w in windows]):
            part = [windows[i] for i in indices]
            own, shared = self._encoder.run(
                None,
                {
                    "pieces": _padded([w.pieces for w in part]),
                    "features": _padded([w.features for w in part]),
                    "firsts": _padded([w.firsts for w in part]),
                },
            )
            for row, (i, window) in enumerate(zip(indices, part, strict=True)):
                size = len(window.tokens)
                found[i] = Read(window, own[row, :size], shared[row, :size])
        return [found[i] for i in range(len(windows))]

    def roles(self, shared: Floats, cue: Floats, near: Ints, tie: Ints) -> tuple[Floats, Floats]:
        """Return the emissions and moves of each cue's words (see the training network).

        Args:
            shared: (cues, words, 4 * width) what the encoder says of the words.
            cue: (cues, 4 * width) the same of the cue.
            near: (cues, words) distance buckets, 0 where there is no word.
            tie: (cues, words) how word and cue stand towards quotations.
        """
        emissions, moves = self._roles.run(
            None,
            {
                "words": shared[..., :WIDTH],
                "gates": shared[..., WIDTH : 2 * WIDTH],
                "cue": cue[:, 2 * WIDTH : 3 * WIDTH],
                "gate": cue[:, 3 * WIDTH :],
                "near": near,
                "tie": tie,
            },
        )
        return emissions, moves


@functools.lru_cache(maxsize=2)
def load_encoder(folder: str | None = None) -> Encoder:
    """Return the encoder of the package, or that in `folder`, its files checked.

    Raises:
        ModelMissing: when a file is missing or is not the one that was shipped.
    """
    return Encoder(Path(folder) if folder else MODELS)


def has_model(folder: Path = MODELS) -> bool:
    """Whether the package carries a model."""
    return (folder / MANIFEST).is_file()


def _manifest(folder: Path) -> dict[str, str]:
    try:
        hashes: dict[str, str] = json.loads((folder / MANIFEST).read_text("utf-8"))["sha256"]
    except (OSError, ValueError, KeyError) as error:
        raise ModelMissing(
            f"{folder / MANIFEST} cannot be read; install variorum again."
        ) from error
    return hashes


def _verify(path: Path, expected: str) -> None:
    if not path.is_file():
        raise ModelMissing(f"{path} is missing; install variorum again.")
    if hashlib.sha256(path.read_bytes()).hexdigest() != expected:
        raise ModelMissing(f"{path} is not the file that was shipped; install variorum again.")


def _batches(sizes: list[int]) -> Iterator[list[int]]:
    """Yield the indices of windows of like length, so that little of a batch is padding."""
    batch: list[int] = []
    for i in sorted(range(len(sizes)), key=lambda i: sizes[i]):
        if batch and sizes[i] * (len(batch) + 1) > BATCH_PIECES:
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch


def _padded(arrays: Sequence[Ints]) -> Ints:
    out = np.zeros((len(arrays), max(len(a) for a in arrays)), dtype=np.int64)
    for row, array in zip(out, arrays, strict=True):
        row[: len(array)] = array
    return out
