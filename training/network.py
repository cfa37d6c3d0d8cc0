"""The network: a small encoder with two heads, one for cues and one for the roles around a cue.

The encoder is MiniLM-L6 (Wang et al. 2020) in the BERT layout of its published weights. The role
head labels the words of a cue's paragraph as source, content or neither by a linear-chain
conditional random field (Lafferty, McCallum and Pereira 2001) whose transition scores depend on
the place.
"""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from variorum.extract.model.segments import FAR, FEATURES

HIDDEN, LAYERS, HEADS, INNER, POSITIONS, VOCABULARY = 384, 6, 12, 1536, 512, 30522
WIDTH = 128
TAGS = 3  # outside, begins a cue, within a cue
ROLES = 3  # neither, source, content
SOURCE_ROLES = 8
RELATION = 3 * 2


class Layer(nn.Module):
    """One layer of the encoder."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, INNER)
        self.down = nn.Linear(INNER, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.rate = dropout

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Return the states after the layer; `mask` is added to the attention scores."""
        b, p, _ = x.shape
        q, k, v = self.qkv(x).view(b, p, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4).unbind(0)
        if torch.onnx.is_in_onnx_export():
            scores = q @ k.transpose(-1, -2) / (HIDDEN // HEADS) ** 0.5 + mask
            mixed = scores.softmax(-1) @ v
        else:
            mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        mixed = mixed.transpose(1, 2).reshape(b, p, HIDDEN)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        return self.norm2(x + self.dropout(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Pieces and their features to states."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, HIDDEN)
        self.places = nn.Embedding(POSITIONS, HIDDEN)
        self.features = nn.Embedding(FEATURES, HIDDEN)
        nn.init.zeros_(self.features.weight)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))

    def forward(self, pieces: Tensor, features: Tensor) -> Tensor:
        """Return the states of the pieces; piece 0 is padding."""
        mask = (pieces == 0)[:, None, None, :] * -1e4
        places = self.places.weight[: pieces.shape[1]]
        x = self.words(pieces) + places + self.features(features)
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def load(self, path: Path) -> None:
        """Take the published weights."""
        given = load_file(str(path))
        given = {name.removeprefix("bert."): value for name, value in given.items()}
        self.words.weight.data.copy_(given["embeddings.word_embeddings.weight"])
        self.places.weight.data.copy_(
            given["embeddings.position_embeddings.weight"]
            + given["embeddings.token_type_embeddings.weight"][0]
        )
        _take(self.norm, given, "embeddings.LayerNorm")
        for i, layer in enumerate(self.layers):
            name = f"encoder.layer.{i}"
            parts = [f"{name}.attention.self.{part}" for part in ("query", "key", "value")]
            layer.qkv.weight.data.copy_(torch.cat([given[f"{p}.weight"] for p in parts]))
            layer.qkv.bias.data.copy_(torch.cat([given[f"{p}.bias"] for p in parts]))
            _take(layer.out, given, f"{name}.attention.output.dense")
            _take(layer.norm1, given, f"{name}.attention.output.LayerNorm")
            _take(layer.up, given, f"{name}.intermediate.dense")
            _take(layer.down, given, f"{name}.output.dense")
            _take(layer.norm2, given, f"{name}.output.LayerNorm")


def _take(module: nn.Linear | nn.LayerNorm, given: dict[str, Tensor], name: str) -> None:
    module.weight.data.copy_(given[f"{name}.weight"])
    module.bias.data.copy_(given[f"{name}.bias"])


class Readout(nn.Module):
    """States of words to what the heads need, all in one product."""

    SIZES = (TAGS, 1, SOURCE_ROLES, 2, WIDTH, WIDTH, WIDTH, WIDTH)

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.all = nn.Linear(HIDDEN, sum(self.SIZES))
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor) -> tuple[Tensor, ...]:
        """Return tags, fact, source role, named, and four projections for the role head."""
        return self.all(self.dropout(states)).split(self.SIZES, -1)


class Roles(nn.Module):
    """The words around a cue to the scores of their roles."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.distance = nn.Embedding(2 * FAR + 3, WIDTH)
        self.relation = nn.Embedding(RELATION, WIDTH)
        self.norm = nn.LayerNorm(WIDTH)
        self.blocks = nn.ModuleList(
            nn.Conv1d(WIDTH, WIDTH, 5, padding=2 * d, dilation=d) for d in (1, 2, 4)
        )
        self.norms = nn.ModuleList(nn.LayerNorm(WIDTH) for _ in self.blocks)
        self.emission = nn.Linear(WIDTH, ROLES)
        self.transition = nn.Linear(2 * WIDTH, ROLES * ROLES)
        self.dropout = nn.Dropout(dropout)

    def forward(
        self, words: Tensor, gates: Tensor, cue: Tensor, gate: Tensor, near: Tensor, tie: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Return emissions (cues, words, roles) and transitions into each word from the last.

        Args:
            words: (cues, words, width) what each word says to any cue.
            gates: the same, to be multiplied with the cue's.
            cue: (cues, width) what the cue says to any word.
            gate: the same, to be multiplied.
            near: (cues, words) bucket of the distance between word and cue.
            tie: (cues, words) how word and cue stand towards quotations.
        """
        x = words + cue[:, None] + gates * gate[:, None]
        x = self.norm(x + self.distance(near) + self.relation(tie))
        known = (near > 0)[..., None].to(x.dtype)
        for conv, norm in zip(self.blocks, self.norms, strict=True):
            step = conv((x * known).transpose(1, 2)).transpose(1, 2)
            x = norm(x + self.dropout(functional.gelu(step)))
        before = functional.pad(x, (0, 0, 1, 0))[:, :-1]
        moves = self.transition(torch.cat([before, x], -1))
        return self.emission(x), moves.view(*moves.shape[:2], ROLES, ROLES)


class Network(nn.Module):
    """All of it."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(dropout)
        self.readout = Readout(dropout)
        self.roles = Roles(dropout)

    def read(self, pieces: Tensor, features: Tensor, firsts: Tensor) -> tuple[Tensor, ...]:
        """Return what `Readout` does for the words whose first pieces are given."""
        states = self.encoder(pieces, features)
        at = firsts[..., None].expand(-1, -1, HIDDEN)
        return self.readout(states.gather(1, at))


def crf_loss(emissions: Tensor, moves: Tensor, gold: Tensor, known: Tensor) -> Tensor:
    """Return the negative log likelihood of each row's gold roles."""
    steps = emissions.shape[1]
    score = emissions[:, 0].gather(1, gold[:, :1])[:, 0]
    alpha = emissions[:, 0]
    rows = torch.arange(len(gold))
    for i in range(1, steps):
        on = known[:, i]
        step = moves[:, i] + emissions[:, i, None]
        alpha = torch.where(on[:, None], (alpha[:, :, None] + step).logsumexp(1), alpha)
        taken = step[rows, gold[:, i - 1], gold[:, i]]
        score = score + torch.where(on, taken, torch.zeros_like(taken))
    return alpha.logsumexp(1) - score
