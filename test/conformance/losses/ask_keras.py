"""Keras' categorical cross-entropy and its gradient, and small trainings with it."""
from answers import array, main, wave
from network import fit

import numpy as np
import tensorflow as tf

BATCH, CLASSES = 7, 5
WEIGHTS = [0.25, 3.0, 1.0, 0.0, 1.5]
LOGITS = {
    "logits up to 3": wave((BATCH, CLASSES), 3),
    "logits up to 100": wave((BATCH, CLASSES), 100),
    "logits up to 1e6": wave((BATCH, CLASSES), 1e6),
    "equal logits": np.full((BATCH, CLASSES), 20, np.float32),
    # A probability of 1 for what is right, and for what is wrong.
    "logits 0 and 1000": np.float32(1000) * np.eye(CLASSES, dtype=np.float32)[[0, 1, 2, 3, 4, 0, 0]],
}
LAYERS = [
    {"conv2d": {"filters": 4, "padding": "same", "activation": "relu"}},
    {"max_pooling2d": {}},
    {"flatten": {}},
    {"dense": {"units": "classes", "activation": "softmax"}},
]


def value(title, smoothing, weights):
    """As a model's fit() does: the weights of a class are those of its samples."""
    logits = tf.constant(LOGITS[title])
    labels = np.arange(BATCH) ** 2 % CLASSES
    loss = tf.keras.losses.CategoricalCrossentropy(from_logits=True, label_smoothing=smoothing)
    with tf.GradientTape() as tape:
        tape.watch(logits)
        result = loss(np.eye(CLASSES, dtype=np.float32)[labels], logits, sample_weight=None if weights is None else np.float32(weights)[labels])
    return {
        "title": title, "labelSmoothing": smoothing, "classWeights": weights, "logits": array(logits), "labels": array(labels),
        "loss": float(result), "gradient": array(tape.gradient(result, logits)),
    }


main(lambda photos: {
    "values": [value(title, smoothing, weights) for title in LOGITS for smoothing in (0, 0.1, 0.5) for weights in (None, WEIGHTS)],
    "fits": {
        "fit() with label smoothing": fit(LAYERS, {"label_smoothing": 0.1}),
        "fit() with class weights": fit(LAYERS, None, [0.5, 2.0, 1.0]),
        "fit() with both": fit(LAYERS, {"label_smoothing": 0.2}, [3.0, 0.2, 1.0]),
    },
})
