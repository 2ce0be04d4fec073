"""What Keras' layers make of a few pictures, and the gradients of a function of their output."""
from answers import array, main, wave
from network import build_layer

import numpy as np
import tensorflow as tf

ACTIVATIONS = ["linear", "relu", "elu", "selu", "sigmoid", "softmax", "softplus", "tanh"]
DRAWS = 200_000


def case(layer, shape, values="wave", training=False, steps=1):
    """`values`: `wave`, or `whole` for whole numbers, which make sums of exactly 0 and equal values in a window."""
    return {"layer": layer, "shape": shape, "values": values, "training": training, "steps": steps}


def conv2d(shape, values="wave", **options):
    return case({"conv2d": options}, shape, values)


def pooling(kind):
    return [
        case({kind: {}}, [2, 6, 6, 3]),
        case({kind: {}}, [2, 7, 5, 1]),
        case({kind: {"padding": "same"}}, [2, 7, 5, 3]),
        case({kind: {"pool_size": 3, "strides": 2}}, [1, 9, 8, 4]),
        case({kind: {"pool_size": 3, "strides": 1, "padding": "same"}}, [1, 5, 6, 2]),
        case({kind: {"pool_size": 2, "strides": 3, "padding": "same"}}, [1, 8, 7, 3]),
        # Of equal values one alone has the gradient.
        case({kind: {}}, [2, 8, 8, 3], "whole"),
        case({kind: {"pool_size": 3, "strides": 2, "padding": "same"}}, [1, 7, 7, 5], "whole"),
    ]


def normalised(shape, training, steps=1, **options):
    return case({"batch_normalization": options}, shape, "wave", training, steps)


CASES = [
    conv2d([2, 6, 6, 3], filters=4),
    conv2d([2, 7, 5, 3], filters=4, padding="same"),
    conv2d([1, 8, 8, 1], filters=3, padding="same", activation="relu"),
    conv2d([1, 9, 9, 3], filters=8, strides=2, padding="same", activation="relu"),
    conv2d([1, 8, 8, 3], filters=8, strides=2, padding="same", activation="relu", use_bias=False),
    conv2d([1, 9, 8, 5], filters=3, strides=3),
    conv2d([2, 5, 5, 8], filters=6, kernel_size=1, use_bias=False),
    conv2d([1, 6, 7, 8], filters=1, kernel_size=2, padding="same"),
    conv2d([1, 8, 8, 4], filters=4, kernel_size=5, padding="same", activation="relu"),
    conv2d([1, 7, 7, 16], filters=16, padding="same", activation="relu"),
    # Many sums are exactly 0, where relu's gradient is 0.
    conv2d([2, 6, 6, 3], "whole", filters=4, padding="same", activation="relu"),
    conv2d([1, 7, 7, 1], "whole", filters=4, strides=2, activation="relu", use_bias=False),
    *[conv2d([1, 4, 4, 3], filters=3, activation=activation) for activation in ACTIVATIONS],
    *pooling("max_pooling2d"),
    *pooling("average_pooling2d"),
    case({"global_average_pooling2d": {}}, [2, 7, 6, 5]),
    case({"global_average_pooling2d": {}}, [3, 1, 1, 1]),
    case({"global_max_pooling2d": {}}, [2, 7, 6, 5]),
    # Equal maxima share the gradient.
    case({"global_max_pooling2d": {}}, [2, 6, 6, 3], "whole"),
    case({"concatenate": [{"global_average_pooling2d": {}}, {"global_max_pooling2d": {}}]}, [2, 5, 4, 6]),
    case({"concatenate": [{"conv2d": {"filters": 4, "padding": "same", "activation": "relu"}}, {"conv2d": {"filters": 3, "kernel_size": 1, "trainable": False}}]}, [2, 5, 6, 3], training=True),
    case({"concatenate": [{"dense": {"units": 4}}, {"concatenate": [{"activation": "relu"}, {"dense": {"units": 2, "activation": "tanh"}}]}]}, [3, 5]),
    case({"flatten": {}}, [2, 3, 4, 5]),
    case({"flatten": {}}, [2, 5]),
    case({"dense": {"units": 6}}, [3, 7]),
    case({"dense": {"units": 1, "use_bias": False}}, [4, 16]),
    case({"dense": {"units": 64, "activation": "relu"}}, [1, 33]),
    case({"dense": {"units": 5}}, [1, 3, 2, 4]),
    case({"dense": {"units": 8, "activation": "relu"}}, [6, 5], "whole"),
    *[case({"dense": {"units": 4, "activation": activation}}, [3, 6]) for activation in ACTIVATIONS],
    *[case({"activation": activation}, [4, 9]) for activation in ACTIVATIONS],
    *[case({"activation": activation}, [1, 3, 3, 4], "whole") for activation in ACTIVATIONS],
    case({"dropout": 0.4}, [3, 8]),
    case({"dropout": 0.0}, [3, 8], training=True),
    normalised([4, 3, 3, 3], True),
    normalised([2, 5, 4, 1], True, 6, momentum=0.7, epsilon=0.01),
    normalised([4, 3, 3, 2], True, 5, momentum=0.9),
    normalised([6, 5], True, 5, momentum=0.9),
    normalised([5, 3], True, 4, momentum=0.8, epsilon=0.1),
    normalised([4, 3, 3, 2], True, 3, momentum=0.9, center=False),
    normalised([6, 5], True, 3, momentum=0.9, scale=False),
    normalised([4, 3, 3, 3], False),
    normalised([6, 5], False, epsilon=0.01),
    normalised([4, 3, 3, 2], False, center=False, scale=False),
    normalised([4, 3, 3, 3], True, 3, trainable=False),
    normalised([6, 5], True, 3, trainable=False, scale=False),
    case({"conv2d": {"filters": 3, "trainable": False}}, [1, 5, 5, 3], training=True),
    case({"dense": {"units": 3, "trainable": False}}, [4, 5], training=True),
]


def values_of(shape, values, phase):
    return wave(shape, 2, phase) if values == "wave" else np.round(wave(shape, 2, phase))


def first_weight(kind, shape, index, values):
    # A moving variance is not negative.
    return 1 + wave(shape, 0.4, index) if kind == "batch_normalization" else values_of(shape, values, index) / 4


def answer(asked):
    kind = next(iter(asked["layer"]))
    layer = build_layer(asked["layer"])
    shape, values = asked["shape"], asked["values"]
    layer.build(tf.TensorShape([None, *shape[1:]]))
    for index, weight in enumerate(layer.weights):
        weight.assign(first_weight(kind, weight.shape, index, values))
    for step in range(asked["steps"]):
        given = tf.constant(values_of(shape, values, step))
        with tf.GradientTape() as tape:
            tape.watch(given)
            output = layer(given, training=asked["training"])
            result = tf.reduce_sum(output * wave(output.shape, 1, 0.5))
        gradients = tape.gradient(result, [given, *layer.trainable_weights])
    moved = [weight.numpy() for weight in layer.non_trainable_weights]
    return {**asked, "output": array(output), "gradients": [array(gradient) for gradient in gradients], "moved": [array(weight) for weight in moved]}


def drop(rate):
    """Which share is dropped, and what the others are multiplied with."""
    tf.keras.utils.set_random_seed(1)
    output = build_layer({"dropout": rate})(tf.ones([DRAWS]), training=True).numpy()
    return {"rate": rate, "draws": DRAWS, "dropped": float(np.mean(output == 0)), "factor": float(output.max())}


main(lambda photos: {"cases": [answer(asked) for asked in CASES], "dropped": [drop(rate) for rate in (0.1, 0.25, 0.5)]})
