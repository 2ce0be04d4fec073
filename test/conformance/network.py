"""Networks of layers as an experiment file writes them, and a small training of one, which network.ts does with ablate."""
from answers import array, wave

import numpy as np
import tensorflow as tf

LAYERS = {
    "conv2d": tf.keras.layers.Conv2D,
    "max_pooling2d": tf.keras.layers.MaxPooling2D,
    "average_pooling2d": tf.keras.layers.AveragePooling2D,
    "global_average_pooling2d": tf.keras.layers.GlobalAveragePooling2D,
    "global_max_pooling2d": tf.keras.layers.GlobalMaxPooling2D,
    "flatten": tf.keras.layers.Flatten,
    "dense": tf.keras.layers.Dense,
    "batch_normalization": tf.keras.layers.BatchNormalization,
    "activation": tf.keras.layers.Activation,
    "dropout": tf.keras.layers.Dropout,
}
# What is needed here and not in an experiment file.
ALSO = {"conv2d": {"kernel_size": 3}}
PICTURES, VALIDATING, SIZE, CLASSES, BATCH, EPOCHS = 10, 7, 8, 3, 4, 3


class Branches(tf.keras.layers.Layer):
    """Layers side by side, joined by Keras' Concatenate."""

    def __init__(self, branches):
        super().__init__()
        self.branches = branches
        self.join = tf.keras.layers.Concatenate()

    def build(self, shape):
        for branch in self.branches:
            branch.build(shape)
        super().build(shape)

    def call(self, inputs, training=False):
        # Called with `training` alone where a layer knows it.
        return self.join([branch(inputs, training=training) if "training" in branch._call_spec.arg_names else branch(inputs) for branch in self.branches])


def build_layer(layer, classes=CLASSES):
    """The Keras layer that `{"conv2d": {"filters": 4}}` or `{"dropout": 0.1}` means."""
    kind, options = next(iter(layer.items()))
    if kind == "concatenate":
        return Branches([build_layer(branch, classes) for branch in options])
    if not isinstance(options, dict):
        return LAYERS[kind](options)
    named = {key: classes if value == "classes" else value for key, value in options.items()}
    return LAYERS[kind](**{**ALSO.get(kind, {}), **named})


def first_weight(layer, shape, index):
    """A moving variance is not negative, so that batch normalisation's weights lie around 1."""
    return wave(shape, 0.4, index) + (1 if isinstance(layer, tf.keras.layers.BatchNormalization) else 0)


def fit(layers, loss=None, class_weight=None):
    """A small network after a few epochs of sgd: its history, its answers and its weights."""
    model = tf.keras.Sequential([tf.keras.layers.Input((SIZE, SIZE, 3)), *[build_layer(layer) for layer in layers]])
    weights = [(layer, weight) for layer in model.layers for weight in layer.weights]
    for index, (layer, weight) in enumerate(weights):
        weight.assign(first_weight(layer, weight.shape, index))
    pictures = 0.5 + wave((PICTURES, SIZE, SIZE, 3), 0.5, 0.3)
    labels = tf.keras.utils.to_categorical([i * i % CLASSES for i in range(PICTURES)], CLASSES)
    model.compile(tf.keras.optimizers.SGD(0.05, momentum=0.9), tf.keras.losses.CategoricalCrossentropy(**(loss or {})), ["accuracy"])
    history = model.fit(
        pictures, labels, batch_size=BATCH, epochs=EPOCHS, shuffle=False, verbose=0, class_weight=dict(enumerate(class_weight)) if class_weight else None,
        validation_data=(pictures[:VALIDATING], labels[:VALIDATING]), validation_batch_size=BATCH,
    ).history
    return {
        "layers": layers,
        "labelSmoothing": (loss or {}).get("label_smoothing", 0),
        "classWeights": class_weight,
        "history": history,
        "probabilities": array(model.predict(pictures[:VALIDATING], verbose=0)),
        "weights": [array(weight.numpy()) for _, weight in weights],
    }
