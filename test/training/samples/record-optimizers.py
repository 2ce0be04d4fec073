"""Records what Keras' optimizers do to a few weights: python record-optimizers.py > optimizers.json

Needs tensorflow 2.15 (Keras 2.15). Gradients and first weights are formulas, so that both sides can compute them.
"""
import json
import math

import numpy as np
import tensorflow as tf

STEPS = 20
WEIGHTS = 6

CASES = {
    "adam": ("Adam", {}),
    "adam-options": ("Adam", {"learning_rate": 0.01, "beta_1": 0.8, "beta_2": 0.95, "epsilon": 1e-3}),
    "rmsprop": ("RMSprop", {}),
    "rmsprop-options": ("RMSprop", {"learning_rate": 0.01, "rho": 0.7, "epsilon": 1e-3}),
    "rmsprop-momentum": ("RMSprop", {"learning_rate": 0.003, "momentum": 0.9}),
    "rmsprop-centered": ("RMSprop", {"learning_rate": 0.003, "centered": True, "epsilon": 1e-4}),
    "rmsprop-centered-momentum": ("RMSprop", {"learning_rate": 0.003, "centered": True, "momentum": 0.5, "epsilon": 1e-4}),
    "sgd": ("SGD", {}),
    "sgd-momentum": ("SGD", {"learning_rate": 0.05, "momentum": 0.9}),
    "sgd-nesterov": ("SGD", {"learning_rate": 0.05, "momentum": 0.9, "nesterov": True}),
}


def gradient(step):
    """Of step 1 to STEPS: some large, some tiny, signs that change."""
    return np.array([math.sin(step * (i + 1)) * 10.0 ** (1 - i) for i in range(WEIGHTS)], np.float32)


def record(name, options):
    optimizer = getattr(tf.keras.optimizers, name)(**options)
    weight = tf.Variable(np.array([math.cos(i) for i in range(WEIGHTS)], np.float32))
    history = []
    for step in range(1, STEPS + 1):
        optimizer.apply_gradients([(tf.constant(gradient(step)), weight)])
        history.append([float(value) for value in weight.numpy()])
    config = optimizer.get_config()
    used = {key: config[key] for key in (
        "learning_rate", "beta_1", "beta_2", "epsilon", "rho", "momentum", "centered", "nesterov") if key in config}
    used["learning_rate"] = float(np.float64(str(np.float32(used["learning_rate"]))))
    return {"options": {"name": name.lower(), **used}, "weights": history}


lines = [f" {json.dumps(case)}: {json.dumps(record(*CASES[case]))}" for case in CASES]
print("{\n" + ",\n".join(lines) + "\n}")
