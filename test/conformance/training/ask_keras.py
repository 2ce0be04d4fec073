"""How Keras trains: small networks by fit(), and model1 on small pictures step by step."""
from answers import array, is_recording, main
from network import build_layer, fit

import numpy as np
import tensorflow as tf

SMALL = [
    {"conv2d": {"filters": 4, "padding": "same", "activation": "relu"}},
    {"batch_normalization": {"momentum": 0.9}},
    {"max_pooling2d": {}},
    {"conv2d": {"filters": 5, "strides": 2, "padding": "same", "activation": "relu"}},
    {"average_pooling2d": {"strides": 1, "padding": "same"}},
    {"flatten": {}},
    {"dense": {"units": 6, "activation": "tanh"}},
    {"batch_normalization": {"momentum": 0.8, "epsilon": 0.01}},
    {"dense": {"units": "classes", "activation": "softmax"}},
]
FROZEN = [{kind: {**options, "trainable": False}} if index in (0, 1, 7) else {kind: options} for index, layer in enumerate(SMALL) for kind, options in layer.items()]
MODEL1 = [
    {"conv2d": {"filters": 32, "padding": "same", "activation": "relu"}},
    {"max_pooling2d": {}},
    {"conv2d": {"filters": 64, "padding": "same", "activation": "relu"}},
    {"max_pooling2d": {}},
    {"conv2d": {"filters": 32, "padding": "same", "activation": "relu"}},
    {"max_pooling2d": {}},
    {"flatten": {}},
    {"dense": {"units": 64, "activation": "relu"}},
    {"dense": {"units": "classes", "activation": "softmax"}},
]
OPTIMIZERS = {"adam": tf.keras.optimizers.Adam, "nadam": tf.keras.optimizers.Nadam}
# A unit of relu or a window of max pooling that lies on its edge falls to either side by the last bit of a sum, and adam makes a
# step of full size of a weight's first gradient, however small. So training multiplies what rounding differs by, and the more so
# the more units there are: at 32x32 ablate and ablate with first weights off by 1e-7 end 0.01 apart. Of these pictures, 18 runs of
# adam and 29 of nadam with first weights off by 1e-7 to 1e-6 all ended within 2e-5 of each other.
STEPS, SIZE, CLASSES, BATCH, SEED = 50, 16, 6, 8, 25
# Of a recording, every so many-th weight: coprime to the numbers of channels, so that each has its turn.
STRIDE = 11


def noise(shape, seed):
    """Values from -1 to 1 without a pattern, which both sides can compute. training/check.ts gives the same."""
    value = np.sin(np.arange(int(np.prod(shape)), dtype=np.float64) * 12.9898 + seed) * 43758.5453
    return ((value - np.floor(value)) * 2 - 1).astype(np.float32).reshape(shape)


def first_weight(shape, index):
    """As large as glorot_uniform's; a bias is 0."""
    if len(shape) == 1:
        return np.zeros(shape, np.float32)
    limit = np.float32(np.sqrt(6 / (np.prod(shape[:-2]) * (shape[-2] + shape[-1]))))
    return limit * noise(shape, index)


def batch(number):
    """Striped pictures: their class says how the stripes are turned, and how bright the channels are."""
    labels = (np.arange(BATCH) * 5 + number) % CLASSES
    wide, shift, apart, _ = noise((BATCH, 4), number + SEED).astype(np.float64).T[:, :, None, None, None]
    angle = labels[:, None, None, None] * np.pi / CLASSES
    y, x, channel = np.arange(SIZE)[:, None, None], np.arange(SIZE)[None, :, None], np.arange(3)
    stripes = np.sin((0.35 + 0.1 * wide) * (x * np.cos(angle) + y * np.sin(angle)) + 3 * shift + channel * apart)
    pictures = 0.5 + 0.15 * np.sin(labels[:, None, None, None] * 2.0 + channel) + 0.3 * stripes
    return pictures.astype(np.float32), np.eye(CLASSES, dtype=np.float32)[labels]


def train(optimizer):
    model = tf.keras.Sequential([tf.keras.layers.Input((SIZE, SIZE, 3)), *[build_layer(layer, CLASSES) for layer in MODEL1]])
    model.compile(optimizer(), "categorical_crossentropy")
    for index, weight in enumerate(model.weights):
        weight.assign(first_weight(weight.shape, index))
    losses = [float(model.train_on_batch(*batch(step))) for step in range(STEPS)]
    stride = STRIDE if is_recording() else 1
    return {"losses": losses, "stride": stride, "weights": [array(weight.numpy().ravel()[::stride]) for weight in model.weights]}


main(lambda photos: {
    "fits": {"small network, fit()": fit(SMALL), "small network with frozen layers, fit()": fit(FROZEN)},
    "model1": {
        "layers": MODEL1, "size": SIZE, "classes": CLASSES, "batchSize": BATCH, "seed": SEED,
        "runs": {name: train(optimizer) for name, optimizer in OPTIMIZERS.items()},
    },
})
