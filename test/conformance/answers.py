"""What a subject's ask_keras.py writes: one JSON file; arrays stand in it with their type, shape and bytes."""
import argparse
import base64
import json
import os
import sys

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")

import numpy as np


def array(values):
    """A numpy array (or what makes one) as JSON: float32, int32 or uint8, its bytes in base64."""
    values = np.ascontiguousarray(values)
    kind = {"f": np.float32, "i": np.int32, "u": np.uint8, "b": np.uint8}[values.dtype.kind]
    values = values.astype(kind)
    return {"dtype": values.dtype.name, "shape": list(values.shape), "base64": base64.b64encode(values.tobytes()).decode()}


def wave(shape, scale=1.0, phase=0.0):
    """Values that both sides can compute: scale * sin(1.7 * index + phase), float32. wave() of wave.ts gives the same."""
    count = int(np.prod(shape))
    return (scale * np.sin(np.arange(count, dtype=np.float64) * 1.7 + phase)).astype(np.float32).reshape(shape)


def every_nth_pixel(picture, samples):
    """About so many pixels of a picture, evenly spread: every n-th one, n odd so that it does not run along columns."""
    pixels = np.asarray(picture).reshape(-1, 3)
    return pixels[:: len(pixels) // samples | 1]


def is_recording():
    """Whether the answers will be kept beside the sources: what is large is then told in part."""
    return "--record" in sys.argv


def main(answer):
    """Runs `answer(photos)`, which gives what can be written as JSON, and writes it. `photos` is a folder of class folders."""
    parser = argparse.ArgumentParser()
    parser.add_argument("output")
    parser.add_argument("--photos", required=True)
    parser.add_argument("--record", action="store_true", help="asked to be kept, and so to be small: see is_recording()")
    options = parser.parse_args()
    with open(options.output, "w") as file:
        json.dump(answer(options.photos), file, separators=(",", ":"))
        file.write("\n")
