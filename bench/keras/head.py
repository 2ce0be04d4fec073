import time

import numpy as np
from network import one_hot, start_training


def head(task):
    """Steps a second of fit, on features in memory."""
    features = np.fromfile(task["file"], np.float32).reshape(task["count"], task["width"])
    labels = one_hot(np.arange(task["count"]) % task["classes"], task["classes"])
    model = start_training(task["config"], features.shape[1:], task["classes"])
    size, epochs = task["config"]["batch_size"], task["epochs"]

    def fit(number):
        model.fit(features, labels, batch_size=size, epochs=number, verbose=0)

    def turn():
        start = time.perf_counter()
        fit(epochs)
        return epochs * -(-task["count"] // size) / (time.perf_counter() - start)

    fit(1)
    return turn
