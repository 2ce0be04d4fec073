"""The learning rate that Keras gives every step of a training, by its schedules and callbacks."""
from answers import array, main

import math

import numpy as np
import tensorflow as tf

BASE = 0.01
STEPS = 3
EPOCHS = 40
TOTAL = STEPS * EPOCHS

schedules = tf.keras.optimizers.schedules


def by_object(schedule):
    """A LearningRateSchedule, asked for every step."""
    return [float(schedule(step)) for step in range(TOTAL)]


def by_fit(schedule):
    """The same, as an optimizer uses it in fit: what it applied at each step."""
    return fit(tf.keras.optimizers.SGD(schedule), [])


def by_epoch(rate):
    """A LearningRateScheduler's function of the epoch, which counts from 0."""
    return fit(tf.keras.optimizers.SGD(BASE), [tf.keras.callbacks.LearningRateScheduler(lambda epoch, _: rate(epoch))])


def fit(optimizer, callbacks):
    model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(1,))])
    model.compile(optimizer, "mse")
    rates = []

    class Watch(tf.keras.callbacks.Callback):
        def on_train_batch_end(self, batch, logs=None):
            rates.append(float(model.optimizer.learning_rate.numpy()))

    model.fit(np.zeros((STEPS, 1)), np.zeros(STEPS), batch_size=1, epochs=EPOCHS, verbose=0, callbacks=[*callbacks, Watch()])
    return rates


def by_value(options, metrics):
    """ReduceLROnPlateau, told what each epoch came to."""
    model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(1,))])
    model.compile(tf.keras.optimizers.SGD(BASE), "mse")
    callback = tf.keras.callbacks.ReduceLROnPlateau(**options)
    callback.set_model(model)
    callback.on_train_begin()
    rates = []
    for epoch in range(EPOCHS):
        rates += [float(model.optimizer.learning_rate.numpy())] * STEPS
        callback.on_epoch_end(epoch, {key: values[epoch] for key, values in metrics.items()})
    return rates


def metric(kind, phase):
    """Gets better for a while, then hardly, with a little noise; what it is for each epoch."""
    fall = [math.exp(-epoch / 4) + 0.02 * math.sin(1.7 * epoch + phase) for epoch in range(EPOCHS)]
    return [1 - value if kind == "accuracy" else value for value in fall]


METRICS = {
    "loss": metric("loss", 0.1), "accuracy": metric("accuracy", 0.4),
    "val_loss": metric("loss", 0.9), "val_accuracy": metric("accuracy", 2.1),
}


def cases():
    def steps(epochs):
        return epochs * STEPS

    yield "constant", {"name": "constant"}, by_fit(BASE), 0
    yield "step, every 7 epochs", {"name": "step", "every": 7, "factor": 0.3}, by_epoch(lambda epoch: BASE * 0.3 ** (epoch // 7)), 0
    yield (
        "step, at epochs 5, 20 and 21", {"name": "step", "boundaries": [5, 20, 21]},
        by_epoch(lambda epoch: BASE * 0.1 ** sum(epoch >= end for end in (5, 20, 21))), 0,
    )
    yield (
        "step, boundaries and values in steps", {"name": "step", "unit": "steps", "boundaries": [10, 11, 70], "values": [0.02, 0.005, 0.001]},
        by_object(schedules.PiecewiseConstantDecay([10, 11, 70], [BASE, 0.02, 0.005, 0.001])), 0,
    )
    yield "step, every 25 steps", {"name": "step", "unit": "steps", "every": 25, "factor": 0.5}, by_object(schedules.ExponentialDecay(BASE, 25, 0.5, True)), 0
    for staircase in (False, True):
        name = ", staircase" if staircase else ""
        options = {"name": "exponential", "staircase": staircase}
        yield (
            f"exponential{name}, by epochs", {**options, "decay": 4, "decay_rate": 0.7},
            by_fit(schedules.ExponentialDecay(BASE, steps(4), 0.7, staircase)), 0,
        )
        yield (
            f"exponential{name}, by steps", {**options, "unit": "steps", "decay": 5, "decay_rate": 0.9},
            by_object(schedules.ExponentialDecay(BASE, 5, 0.9, staircase)), 0,
        )
    yield (
        "exponential, each epoch", {"name": "exponential", "decay": 1, "decay_rate": 0.8, "staircase": True},
        by_epoch(lambda epoch: BASE * 0.8 ** epoch), 0,
    )
    # A wave's angle in float32 is right to a share of the whole turn, and so its rate to a share of the base rate.
    near = BASE
    yield "cosine", {"name": "cosine"}, by_fit(schedules.CosineDecay(BASE, TOTAL)), near
    yield "cosine, alpha, by epochs", {"name": "cosine", "decay": 25, "alpha": 0.05}, by_fit(schedules.CosineDecay(BASE, steps(25), 0.05)), near
    yield "cosine, by steps", {"name": "cosine", "unit": "steps", "decay": 77}, by_object(schedules.CosineDecay(BASE, 77)), near
    yield (
        "cosine, warm-up", {"name": "cosine", "warmup": 6},
        by_fit(schedules.CosineDecay(0.0, TOTAL - steps(6), warmup_target=BASE, warmup_steps=steps(6))), near,
    )
    yield (
        "cosine, all options", {"name": "cosine", "unit": "steps", "decay": 80, "alpha": 0.1, "warmup": 17, "warmup_from": 0.2},
        by_object(schedules.CosineDecay(0.2 * BASE, 80, 0.1, warmup_target=BASE, warmup_steps=17)), near,
    )
    yield "sgdr", {"name": "sgdr"}, by_fit(schedules.CosineDecayRestarts(BASE, steps(10))), near
    yield (
        "sgdr, all options", {"name": "sgdr", "first_decay": 4, "t_mul": 1.5, "m_mul": 0.8, "alpha": 0.02},
        by_fit(schedules.CosineDecayRestarts(BASE, steps(4), 1.5, 0.8, 0.02)), near,
    )
    yield (
        "sgdr, equal cycles, by steps", {"name": "sgdr", "unit": "steps", "first_decay": 16, "t_mul": 1, "m_mul": 0.9},
        by_object(schedules.CosineDecayRestarts(BASE, 16, 1.0, 0.9)), near,
    )
    yield "plateau", {"name": "plateau"}, by_value({}, METRICS), 0
    yield (
        "plateau, all options",
        {"name": "plateau", "monitor": "val_accuracy", "factor": 0.5, "patience": 2, "min_delta": 0.001, "cooldown": 3, "min_lr": 0.0004},
        by_value({"monitor": "val_accuracy", "factor": 0.5, "patience": 2, "min_delta": 0.001, "cooldown": 3, "min_lr": 0.0004}, METRICS), 0,
    )
    for monitor in ("loss", "accuracy"):
        yield (
            f"plateau, {monitor}", {"name": "plateau", "monitor": monitor, "factor": 0.3, "patience": 1},
            by_value({"monitor": monitor, "factor": 0.3, "patience": 1}, METRICS), 0,
        )
    # Keras has a warm-up for its cosine alone; before the others the same line stands, and then their own first step.
    warm, line = 5, [BASE * (0.25 + 0.75 * step / steps(5)) for step in range(steps(5))]
    for title, options, rates, floor in (
        ("exponential", {"name": "exponential", "decay": 4, "decay_rate": 0.7}, by_object(schedules.ExponentialDecay(BASE, steps(4), 0.7)), 0),
        ("sgdr", {"name": "sgdr"}, by_object(schedules.CosineDecayRestarts(BASE, steps(10))), near),
        ("step", {"name": "step", "every": 7}, by_object(schedules.ExponentialDecay(BASE, steps(7), 0.1, True)), 0),
        ("constant", {"name": "constant"}, [BASE] * TOTAL, 0),
    ):
        yield f"{title}, warm-up", {**options, "warmup": warm, "warmup_from": 0.25}, (line + rates)[:TOTAL], floor


def answer(photos):
    return {
        "learning_rate": BASE, "steps": STEPS, "epochs": EPOCHS, "metrics": METRICS,
        "cases": [{"title": title, "schedule": options, "rates": array(np.array(rates)), "floor": floor} for title, options, rates, floor in cases()],
    }


main(answer)
