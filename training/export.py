"""Export a trained network for the laptop: two ONNX files, the encoder in eight-bit integers.

    python training/export.py network.pt -o src/variorum/extract/models [--float]

The role head stays in floats: it is small, and its Viterbi path is sensitive to rounding.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from attention import fuse
from network import WIDTH, Network
from variorum.extract.model.segments import LONGEST

ENCODER, ROLES, MANIFEST = "encoder.onnx", "roles.onnx", "manifest.json"
OPSET = 18


class Reader(nn.Module):
    """The encoder and its readout as one graph."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, features: Tensor, firsts: Tensor) -> tuple[Tensor, ...]:
        """Return the numbers of each word, in two parts: its own, and those for the role head."""
        own = self.network.read(pieces, features, firsts)
        return torch.cat(own[:4], -1), torch.cat(own[4:], -1)


def export(network: Network, folder: Path, quantized: bool) -> None:
    """Write both graphs and the manifest into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    network.eval()
    # No window is longer, and embeddings of places are not among what is quantized.
    network.encoder.places.weight.data = network.encoder.places.weight.data[: LONGEST + 2]
    plain = folder / "encoder.float.onnx"
    pieces = torch.randint(1, 2000, (2, 12))
    firsts = torch.tensor([[1, 2, 3, 5], [1, 4, 6, 7]])
    torch.onnx.export(
        Reader(network),
        (pieces, torch.ones_like(pieces), firsts),
        str(plain),
        input_names=["pieces", "features", "firsts"],
        output_names=["own", "shared"],
        dynamic_axes={
            "pieces": {0: "windows", 1: "pieces"},
            "features": {0: "windows", 1: "pieces"},
            "firsts": {0: "windows", 1: "words"},
            "own": {0: "windows", 1: "words"},
            "shared": {0: "windows", 1: "words"},
        },
        opset_version=OPSET,
        dynamo=False,
    )
    words = torch.randn(2, 7, WIDTH)
    near = torch.ones(2, 7, dtype=torch.long)
    rows = {0: "cues", 1: "words"}
    torch.onnx.export(
        network.roles,
        (words, words, words[:, 0], words[:, 1], near, near),
        str(folder / ROLES),
        input_names=["words", "gates", "cue", "gate", "near", "tie"],
        output_names=["emissions", "moves"],
        dynamic_axes={
            **dict.fromkeys(("words", "gates", "near", "tie", "emissions", "moves"), rows),
            "cue": {0: "cues"},
            "gate": {0: "cues"},
        },
        opset_version=OPSET,
        dynamo=False,
    )
    if quantized:
        quantize_dynamic(plain, folder / ENCODER, weight_type=QuantType.QInt8, per_channel=True)
        plain.unlink()
        fuse(folder / ENCODER)
    else:
        plain.rename(folder / ENCODER)
    names = (ENCODER, ROLES, "vocabulary.txt")
    hashes = {
        name: hashlib.sha256((folder / name).read_bytes()).hexdigest()
        for name in names
        if (folder / name).exists()
    }
    (folder / MANIFEST).write_text(json.dumps({"sha256": hashes}, indent=2) + "\n", "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("network", type=Path)
    parser.add_argument("-o", "--out", type=Path, required=True)
    parser.add_argument("--float", action="store_true", help="leave the encoder in floats")
    args = parser.parse_args()
    network = Network()
    network.load_state_dict(torch.load(args.network, map_location="cpu"))
    export(network, args.out, quantized=not args.float)


if __name__ == "__main__":
    main()
