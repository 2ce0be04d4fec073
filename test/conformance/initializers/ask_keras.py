"""What Keras' initializers draw."""
from answers import array, main

import numpy as np
import tensorflow as tf

NAMES = [
    "glorot_uniform", "glorot_normal", "he_uniform", "he_normal", "lecun_uniform", "lecun_normal",
    "random_uniform", "random_normal", "truncated_normal", "zeros", "ones",
]
# A convolution's kernel, whose window counts, and a bias.
SHAPES = {"kernel": [3, 3, 3, 120], "bias": [120]}
DRAWS = {"kernel": 100, "bias": 400}
KEPT = 3240


def draw(name, shape):
    # An initializer without a seed gives the same again at its second call.
    return tf.keras.initializers.get(name)(shape).numpy().ravel()


def answer(name, of):
    values = np.concatenate([draw(name, SHAPES[of]) for _ in range(DRAWS[of])])
    return {
        "name": name, "of": of, "values": array(values[:KEPT]), "count": len(values), "mean": float(values.mean(dtype=np.float64)),
        "deviation": float(values.std(dtype=np.float64)), "largest": float(np.abs(values).max()),
    }


def answer_all(photos):
    tf.keras.utils.set_random_seed(1)
    return {"filters": 120, "draws": DRAWS, "distributions": [answer(name, "kernel") for name in NAMES] + [answer(name, "bias") for name in ("glorot_normal", "he_uniform", "ones")]}


main(answer_all)
