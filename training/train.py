"""Train the attribution network.

    export PYTHONPATH=benchmarks
    python training/train.py --polnear DIR --factappeal DIR --weights FILE -o network.pt

DIR of PolNeAR holds train.jsonl and dev.jsonl, DIR of FactAppeal train.csv and val.csv; FILE is
model.safetensors of all-MiniLM-L6-v2. Nothing is chosen here on dev; it is only watched.
"""

from __future__ import annotations

import argparse
import copy
import random
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from material import Article, Batch, Sentence, articles, epoch, pad, sentences
from network import Network, crf_loss

RATE, HEAD_RATE, DECAY = 1e-4, 1e-3, 0.85
WARM = 0.06
FACT_EVERY = 3
AVERAGE = 0.998


def groups(network: Network) -> list[dict[str, object]]:
    """Return the parameters with their rates: lower layers of the encoder learn more slowly."""
    made: list[dict[str, object]] = [
        {"params": [*network.readout.parameters(), *network.roles.parameters()], "lr": HEAD_RATE},
        {"params": network.encoder.features.parameters(), "lr": HEAD_RATE},
    ]
    depth = len(network.encoder.layers)
    for i, layer in enumerate(network.encoder.layers):
        made.append({"params": layer.parameters(), "lr": RATE * DECAY ** (depth - 1 - i)})
    made.append({"params": network.encoder.norm.parameters(), "lr": RATE * DECAY**depth})
    # Half of the weights are the embeddings of pieces, most of them unseen in training; they stay.
    network.encoder.words.requires_grad_(requires_grad=False)
    network.encoder.places.requires_grad_(requires_grad=False)
    return made


def cue_means(values: Tensor, cue_of: list[list[int]]) -> Tensor:
    flat = values.reshape(-1, values.shape[-1])
    width = max(len(c) for c in cue_of)
    index = pad(cue_of, width)
    weight = pad([[1] * len(c) for c in cue_of], width).to(flat.dtype)
    weight = weight / weight.sum(1, keepdim=True)
    return (flat[index] * weight[..., None]).sum(1)


def loss_of(network: Network, part: Batch) -> tuple[Tensor, dict[str, float]]:
    tags, _, _, _, words, gates, cue, gate = network.read(part.pieces, part.features, part.firsts)
    weight = torch.tensor([1.0, 1.0, 1.0])
    tag_loss = functional.cross_entropy(
        tags[part.words], part.tags[part.words], weight=weight, reduction="sum"
    ) / max(1, len(part.cue_of))
    emissions, moves = network.roles(
        words.reshape(-1, words.shape[-1])[part.rows],
        gates.reshape(-1, gates.shape[-1])[part.rows],
        cue_means(cue, part.cue_of),
        cue_means(gate, part.cue_of),
        part.near,
        part.tie,
    )
    role_loss = crf_loss(emissions, moves, part.roles, part.known).mean()
    loss = tag_loss + 0.5 * role_loss
    return loss, {"tag": float(tag_loss.detach()), "role": float(role_loss.detach())}


def fact_loss(network: Network, part: list[Sentence]) -> Tensor:
    wide = max(len(s.window.tokens) for s in part)
    _, fact, role, named, *_ = network.read(
        pad([s.window.pieces for s in part]),
        pad([s.window.features for s in part]),
        pad([s.window.firsts for s in part], wide),
    )
    target = torch.zeros(len(part), wide)
    known = torch.zeros(len(part), wide)
    losses = []
    for b, sentence in enumerate(part):
        at = {int(t): i for i, t in enumerate(sentence.window.tokens)}
        known[b, : len(at)] = 1 / len(at)
        target[b, [at[t] for t in sentence.fact]] = 1
        for tokens, kind, name in sentence.sources:
            inside = [at[t] for t in tokens]
            losses.append(
                functional.cross_entropy(role[b, inside].mean(0), torch.tensor(kind))
                + 0.5 * functional.cross_entropy(named[b, inside].mean(0), torch.tensor(name))
            )
    word = functional.binary_cross_entropy_with_logits(fact[..., 0], target, reduction="none")
    total = (word * known).sum() / len(part)
    return total + (torch.stack(losses).sum() / len(part) if losses else 0.0)


def forever(found: list[Sentence], size: int, chance: random.Random) -> Iterator[list[Sentence]]:
    while True:
        order = list(found)
        chance.shuffle(order)
        yield from (order[i : i + size] for i in range(0, len(order), size))


@torch.no_grad()
def follow(average: Network, network: Network, step: int) -> None:
    """Move the averaged weights towards the current ones."""
    keep = min(AVERAGE, (1 + step) / (10 + step))
    for a, p in zip(average.parameters(), network.parameters(), strict=True):
        if p.requires_grad:
            a.lerp_(p, 1 - keep)


def train(
    network: Network,
    curly: list[Article],
    straight: list[Article],
    facts: list[Sentence],
    args: argparse.Namespace,
) -> Network:
    chance = random.Random(args.seed)
    average = copy.deepcopy(network).eval()
    optimizer = torch.optim.AdamW(groups(network), weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    per_epoch = sum(1 for _ in epoch(curly, args.batch, random.Random(0)))
    total = per_epoch * args.epochs
    warm = int(WARM * total)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer,
        lambda s: s / warm if s < warm else max(0.02, 1 - (s - warm) / (total - warm)),
    )
    fact_batches = forever(facts, 16, chance)
    step, start = 0, time.time()
    seen: dict[str, float] = {}
    for number in range(args.epochs):
        mixed = [s if chance.random() < 0.3 else c for c, s in zip(curly, straight, strict=True)]
        for part in epoch(mixed, args.batch, chance):
            network.train()
            loss, parts = loss_of(network, part)
            if step % FACT_EVERY == 0:
                loss = loss + 0.5 * fact_loss(network, next(fact_batches))
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            follow(average, network, step)
            step += 1
            for name, value in parts.items():
                seen[name] = 0.98 * seen.get(name, value) + 0.02 * value
            if step % 50 == 0:
                shown = " ".join(f"{k} {v:.3f}" for k, v in seen.items())
                print(f"{step}/{total} {shown} {time.time() - start:.0f} s", flush=True)
        torch.save(average.state_dict(), args.out)
        print(f"epoch {number + 1} saved", flush=True)
        if number + 1 == args.stop:
            break
    return average


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--polnear", type=Path, required=True)
    parser.add_argument("--factappeal", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--stop", type=int, help="stop after so many epochs of the schedule")
    parser.add_argument("--limit", type=int, help="train on the first N articles only")
    parser.add_argument("--start", type=Path, help="go on from a network saved earlier")
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    parser.add_argument("-o", "--out", type=Path, required=True)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    np.random.seed(args.seed)
    network = Network()
    network.encoder.load(args.weights)
    if args.start:
        network.load_state_dict(torch.load(args.start, map_location="cpu"))
    train_file = args.polnear / "train.jsonl"
    curly, straight = articles(train_file), articles(train_file, straight=True)
    facts = sentences(args.factappeal / "train.csv")
    print(len(curly), "articles", len(facts), "sentences", flush=True)
    if args.limit:
        curly, straight = curly[: args.limit], straight[: args.limit]
    train(network, curly, straight, facts, args)


if __name__ == "__main__":
    main()
