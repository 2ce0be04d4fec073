"""What Keras' optimizers do to a few weights of different shapes, step by step."""
from answers import array, main

import json

import numpy as np
import tensorflow as tf

STEPS = 200
SHAPES = ((2, 3), (3,), (1, 2, 2))

CASES = {
    "adagrad": ("Adagrad", {}),
    "adagrad, all options": ("Adagrad", {"learning_rate": 0.05, "initial_accumulator_value": 0.0, "epsilon": 1e-3}),
    "adam": ("Adam", {}),
    "adam, all options": ("Adam", {"learning_rate": 0.01, "beta_1": 0.8, "beta_2": 0.95, "epsilon": 1e-3, "amsgrad": True}),
    "adam, amsgrad": ("Adam", {"amsgrad": True}),
    "adam, weight decay": ("Adam", {"weight_decay": 0.1, "learning_rate": 0.01}),
    "adamw": ("AdamW", {}),
    "adamw, all options": (
        "AdamW",
        {"learning_rate": 0.01, "beta_1": 0.7, "beta_2": 0.99, "epsilon": 1e-4, "amsgrad": True, "weight_decay": 0.2},
    ),
    "nadam": ("Nadam", {}),
    "nadam, all options": ("Nadam", {"learning_rate": 0.01, "beta_1": 0.8, "beta_2": 0.95, "epsilon": 1e-3}),
    "nadam, weight decay": ("Nadam", {"learning_rate": 0.003, "weight_decay": 0.1}),
    "rmsprop": ("RMSprop", {}),
    "rmsprop, all options": ("RMSprop", {"learning_rate": 0.01, "rho": 0.7, "epsilon": 1e-3, "weight_decay": 0.1}),
    "rmsprop, rho near 1": ("RMSprop", {"rho": 0.999}),
    "rmsprop, momentum": ("RMSprop", {"learning_rate": 0.003, "momentum": 0.9}),
    "rmsprop, centered": ("RMSprop", {"learning_rate": 0.003, "centered": True, "epsilon": 1e-4}),
    "rmsprop, centered, momentum": ("RMSprop", {"learning_rate": 0.003, "centered": True, "momentum": 0.5, "epsilon": 1e-4}),
    "sgd": ("SGD", {}),
    "sgd, momentum": ("SGD", {"learning_rate": 0.05, "momentum": 0.9}),
    "sgd, nesterov": ("SGD", {"learning_rate": 0.05, "momentum": 0.9, "nesterov": True}),
    "sgd, weight decay": ("SGD", {"learning_rate": 0.05, "momentum": 0.9, "weight_decay": 0.01}),
    "sgd, clipvalue": ("SGD", {"learning_rate": 0.05, "clipvalue": 0.5}),
    "sgd, clipnorm": ("SGD", {"learning_rate": 0.05, "clipnorm": 1.0}),
    "sgd, global_clipnorm": ("SGD", {"learning_rate": 0.05, "global_clipnorm": 1.0}),
    "adagrad, global_clipnorm, weight decay": ("Adagrad", {"learning_rate": 0.05, "global_clipnorm": 2.0, "weight_decay": 0.01}),
    "adam, clipvalue": ("Adam", {"learning_rate": 0.01, "clipvalue": 0.1}),
    "nadam, clipnorm": ("Nadam", {"learning_rate": 0.01, "clipnorm": 0.5}),
}

OPTIONS = (
    "beta_1", "beta_2", "epsilon", "amsgrad", "rho", "momentum", "centered", "nesterov", "initial_accumulator_value",
    "weight_decay", "clipvalue", "clipnorm", "global_clipnorm",
)


def weights():
    """cos(index), over all weights one after the other."""
    return split(np.cos(np.arange(sum(np.prod(shape) for shape in SHAPES))))


def gradients(step):
    """Of step 1 to STEPS: some large, some tiny, signs that change."""
    index = np.arange(sum(np.prod(shape) for shape in SHAPES))
    return split(np.sin(step * (index + 1)) * 10.0 ** (1.0 - index % 6))


def split(values):
    ends = np.cumsum([np.prod(shape) for shape in SHAPES])
    return [part.astype(np.float32).reshape(shape) for part, shape in zip(np.split(values, ends[:-1]), SHAPES)]


def follow(name, options):
    optimizer = getattr(tf.keras.optimizers, name)(**options)
    variables = [tf.Variable(weight) for weight in weights()]

    # Compiled, as fit does it: Keras' nadam does something else where it is not.
    @tf.function
    def apply(given):
        optimizer.apply_gradients(list(zip(given, variables)))

    history = []
    for step in range(1, STEPS + 1):
        apply([tf.constant(gradient) for gradient in gradients(step)])
        history.append(np.concatenate([variable.numpy().ravel() for variable in variables]))
    config = optimizer.get_config()
    # The config gives the float32 nearest to the rate; the rate itself is wanted.
    used = {"learning_rate": json.loads(str(np.float32(config["learning_rate"])))}
    used.update({key: config[key] for key in OPTIONS if config.get(key) is not None})
    # Each fifth step is enough to see where they part.
    return {"options": {"name": name.lower(), **used}, "weights": array(np.stack(history[4::5]))}


main(lambda photos: {"shapes": SHAPES, "every": 5, "cases": {title: follow(*case) for title, case in CASES.items()}})
