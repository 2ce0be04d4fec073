"""What Keras' optimizers do to a few weights, step by step."""
from answers import array, main

import json

import numpy as np
import tensorflow as tf

STEPS = 200
WEIGHTS = 6

CASES = {
    "adam": ("Adam", {}),
    "adam, all options": ("Adam", {"learning_rate": 0.01, "beta_1": 0.8, "beta_2": 0.95, "epsilon": 1e-3}),
    "rmsprop": ("RMSprop", {}),
    "rmsprop, all options": ("RMSprop", {"learning_rate": 0.01, "rho": 0.7, "epsilon": 1e-3}),
    "rmsprop, momentum": ("RMSprop", {"learning_rate": 0.003, "momentum": 0.9}),
    "rmsprop, centered": ("RMSprop", {"learning_rate": 0.003, "centered": True, "epsilon": 1e-4}),
    "rmsprop, centered, momentum": ("RMSprop", {"learning_rate": 0.003, "centered": True, "momentum": 0.5, "epsilon": 1e-4}),
    "sgd": ("SGD", {}),
    "sgd, momentum": ("SGD", {"learning_rate": 0.05, "momentum": 0.9}),
    "sgd, nesterov": ("SGD", {"learning_rate": 0.05, "momentum": 0.9, "nesterov": True}),
}

OPTIONS = ("beta_1", "beta_2", "epsilon", "rho", "momentum", "centered", "nesterov")


def gradient(step):
    """Of step 1 to STEPS: some large, some tiny, signs that change."""
    return (np.sin(step * np.arange(1, WEIGHTS + 1)) * 10.0 ** (1.0 - np.arange(WEIGHTS))).astype(np.float32)


def follow(name, options):
    optimizer = getattr(tf.keras.optimizers, name)(**options)
    weight = tf.Variable(np.cos(np.arange(WEIGHTS)).astype(np.float32))
    history = []
    for step in range(1, STEPS + 1):
        optimizer.apply_gradients([(tf.constant(gradient(step)), weight)])
        history.append(weight.numpy())
    config = optimizer.get_config()
    # The config gives the float32 nearest to the rate; the rate itself is wanted.
    used = {"learning_rate": json.loads(str(np.float32(config["learning_rate"]))), **{key: config[key] for key in OPTIONS if key in config}}
    return {"options": {"name": name.lower(), **used}, "weights": array(np.stack(history))}


main(lambda photos: {title: follow(*case) for title, case in CASES.items()})
