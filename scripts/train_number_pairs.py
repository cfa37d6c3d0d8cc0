"""Trains the two models that weigh the numbers of an event two by two, and writes their files.

    pip install lightgbm
    python scripts/train_number_pairs.py EVENT... [--folds 6]

Each EVENT is a folder of reports of one event, as text files, with a gold.json that people wrote
from them: questions, whether their answers are in conflict, and each answer with its file, its
words and its number:

    {"questions": [{"question": "...", "conflict": true, "answers": [
        {"file": "01-paper.txt", "value": "at least 40 people", "low": 40, "high": null}]}]}

With --folds the models are also trained on all events but some, in turn, and judged on those. What
is then written is trained on all of them. LightGBM is needed here alone; the files are weighed with
NumPy (`variorum.compare.quantities.likeness.forest`).
"""

import argparse
import itertools
import json
import re
from pathlib import Path

import lightgbm
import numpy as np

from variorum.compare.quantities.likeness import numbers_alike
from variorum.compare.quantities.likeness.number_pairs import number_pairs
from variorum.pipeline import build
from variorum.taxonomy import load

# A number of the gold is the one that is read where their ends lie no further apart than this.
CLOSE = 0.1
# Few leaves for what is mostly one sign after another, more for what hangs on several.
SHAPES = {"alike": (120, 8), "in_conflict": (200, 15)}
SETTINGS = {
    "objective": "binary",
    "learning_rate": 0.05,
    "min_data_in_leaf": 40,
    "feature_fraction": 1.0,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5,
    "verbose": -1,
    "num_threads": 1,
    "seed": 1,
}


def _answered(folder: Path) -> list[dict]:
    """Return the replies of an event with their pairs: what `compare` weighs, and its gold."""
    weighed: list = []

    def noted(rows, keys, documents, taxonomy):
        signs = number_pairs(rows, keys, documents, taxonomy)
        weighed.append((rows, signs, documents))
        return signs

    numbers_alike.number_pairs = noted
    build(sorted(folder.glob("*.txt")))
    numbers_alike.number_pairs = number_pairs
    gold = json.loads((folder / "gold.json").read_text("utf-8"))["questions"]
    found = []
    for rows, signs, documents in weighed:
        name = {key: Path(d.path or "").stem for key, d in documents.items()}
        best, fits = [set() for _ in rows], [set() for _ in rows]
        for question, asked in enumerate(gold):
            for place, answer in enumerate(asked["answers"]):
                ends = answer["low"], answer["high"]
                if ends == (None, None):
                    continue
                own = [
                    n
                    for n, r in enumerate(rows)
                    if name[r.claim.document] == Path(answer["file"]).stem and _fits(r, ends)
                ]
                for n in own:
                    fits[n].add((question, place))
                told = _words(answer["value"])
                if own:
                    nearest = max(own, key=lambda n: len(told & _words(rows[n].claim.text)))
                    best[nearest].add(question)
        conflict = {n for n, asked in enumerate(gold) if asked["conflict"]}
        found.append({"rows": rows, "signs": signs, "of": best, "fits": fits, "in": conflict})
    return found


def _fits(reply, ends) -> bool:
    told = reply.measure.low, reply.measure.high
    return all(
        a is b or (None not in {a, b} and abs(a - b) <= CLOSE * max(abs(a), abs(b), 1e-9))
        for a, b in zip(told, ends, strict=True)
    )


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def _rows(events: list[list[dict]], name: str):
    """Return the signs of all pairs, whether each holds, and its weight: events count alike."""
    signs, holds, weights = [], [], []
    taxonomy = load()
    for groups in events:
        own = [pair for group in groups for pair in _pairs(group, name, taxonomy)]
        signs += [pair[0] for pair in own]
        holds += [pair[1] for pair in own]
        weights += [max(1, len(own)) ** -0.5] * len(own)
    return np.array(signs), np.array(holds), np.array(weights) / np.mean(weights)


def _pairs(group: dict, name: str, taxonomy):
    rows, of, fits = group["rows"], group["of"], group["fits"]
    for i, j in itertools.combinations(range(len(rows)), 2):
        if name == "alike":
            if of[i] and of[j]:
                yield group["signs"][i, j], bool(of[i] & of[j])
        elif numbers_alike.may_conflict(rows[i], rows[j], taxonomy):
            both = {q for q, _ in fits[i]} & {q for q, _ in fits[j]} & group["in"]
            told = fits[i] | fits[j]
            yield group["signs"][i, j], any(sum(x == q for x, _ in told) > 1 for q in both)


def _trained(events: list[list[dict]], name: str):
    signs, holds, weights = _rows(events, name)
    trees, leaves = SHAPES[name]
    data = lightgbm.Dataset(signs, holds, weight=weights)
    return lightgbm.train({**SETTINGS, "num_leaves": leaves}, data, trees)


def _flat(model) -> dict[str, np.ndarray]:
    """Return the trees of a model as the arrays of a `Forest`."""
    nodes: list[list] = []
    roots = []

    def add(node: dict) -> int:
        at = len(nodes)
        nodes.append([0, 0.0, at, at, node.get("leaf_value", 0.0)])
        if "split_feature" in node:
            below = add(node["left_child"]), add(node["right_child"])
            nodes[at] = [node["split_feature"], node["threshold"], *below, 0.0]
        return at

    for tree in model.dump_model()["tree_info"]:
        roots.append(add(tree["tree_structure"]))
    signs, bounds, first, second, values = zip(*nodes, strict=True)
    return {
        "roots": np.array(roots, np.int32),
        "signs": np.array(signs, np.int32),
        "bounds": np.array(bounds, np.float32),
        "below": np.array([first, second], np.int32).T,
        "values": np.array(values, np.float32),
    }


def main() -> None:
    """Train on the folders of the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("events", nargs="+", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    asked = parser.parse_args()
    events = [_answered(folder) for folder in asked.events]
    for name in SHAPES:
        for fold in range(asked.folds):
            held = [e for n, e in enumerate(events) if n % asked.folds == fold]
            model = _trained([e for n, e in enumerate(events) if n % asked.folds != fold], name)
            signs, holds, _ = _rows(held, name)
            if not holds.any():
                continue
            likely = model.predict(signs)
            told = [
                f"{t:g}: {holds[likely >= t].mean():.2f} of {(likely >= t).sum()}"
                for t in (0.3, 0.5, 0.8)
            ]
            print(f"{name} fold {fold}: right at {', '.join(told)}; {holds.sum()} hold")
        folder = Path(numbers_alike.__file__).parent
        np.savez_compressed(folder / f"{name}.npz", **_flat(_trained(events, name)))
        print(f"{folder / name}.npz")


if __name__ == "__main__":
    main()
