"""What Keras' backbones make of photos, and one step of training on top of them and within them."""
from answers import array, is_recording, main

import os
import pathlib
import sys

import numpy as np
import tensorflow as tf
from keras.src.applications import efficientnet
from PIL import Image

applications = tf.keras.applications

# Preprocessing, the layer that training begins at, and the size at which it is compared. No layer behind that one drops anything, since
# Keras' draws are its own. Sizes are small, since among many units of relu some lie on its edge, and fall to either side by the last
# bit of a sum; and not so small that batch normalisation has but few values a channel, and so multiplies rounding.
BACKBONES = {
    "efficientnet_b0": (applications.EfficientNetB0, applications.efficientnet.preprocess_input, "block7a_expand_conv", 75),
    "mobilenet_v2": (applications.MobileNetV2, applications.mobilenet_v2.preprocess_input, "block_15_expand", 75),
    "inception_v3": (applications.InceptionV3, applications.inception_v3.preprocess_input, "mixed8", 139),
    "resnet50": (applications.ResNet50, applications.resnet50.preprocess_input, "conv5_block2_1_conv", 75),
    "efficientnet_b5": (applications.EfficientNetB5, applications.efficientnet.preprocess_input, "top_conv", 75),
}
# Those of which the recording tells: small ones, that have every kind of layer between them.
RECORDED = ["efficientnet_b0", "mobilenet_v2", "inception_v3"]
PHOTOS, SIZE, CLASSES, RATE = 4, 300, 4, 0.05
# The weights are scaled for smaller photos, which is sooner done and much the same.
SMALL = 160
# Of a recording, about so many values of each array.
SAMPLES = 200


def noise(shape, seed):
    """Values from -1 to 1 without a pattern, which both sides can compute. weights.ts gives the same."""
    value = np.sin(np.arange(int(np.prod(shape)), dtype=np.float64) * 12.9898 + seed) * 43758.5453
    return ((value - np.floor(value)) * 2 - 1).astype(np.float32).reshape(shape)


def first_weight(name, shape, seed):
    """A kernel is as large as he_uniform's; statistics and what is learned lie around where they begin."""
    values = noise(shape, seed)
    if len(shape) == 4:
        inputs = shape[0] * shape[1] * (shape[2] if "depthwise" not in name else 1)
        return np.float32(np.sqrt(6 / inputs)) * values
    # As (x - mean) / deviation wants it of pixels 0 to 1.
    around = {"gamma": (1, 0.3), "moving_variance": (1, 0.4), "mean": (0.45, 0.05), "variance": (0.06, 0.01)}
    middle, reach = around.get(name, (0, 0.2))
    return (middle + reach * values.astype(np.float64)).astype(np.float32)


def name_of(weight):
    return weight.name.split("/")[-1].split(":")[0]


def is_convolution(layer):
    return isinstance(layer, (tf.keras.layers.Conv2D, tf.keras.layers.DepthwiseConv2D)) and not layer.name.endswith(("se_reduce", "se_expand"))


def build(name, size, folder):
    """EfficientNet has a layer more with ImageNet's weights, that Keras would now fetch: any other file of the right layers does."""
    tf.keras.backend.clear_session()
    make = BACKBONES[name][0]
    if not name.startswith("efficientnet"):
        return make(include_top=False, weights=None, input_shape=(size, size, 3))
    bare = make(include_top=False, weights=None, input_shape=(size, size, 3))
    file = str(folder / "bare.h5")
    bare.save_weights(file)
    fetch = efficientnet.data_utils.get_file
    efficientnet.data_utils.get_file = lambda *args, **kwargs: file
    tf.keras.backend.clear_session()
    try:
        return make(include_top=False, weights="imagenet", input_shape=(size, size, 3))
    finally:
        efficientnet.data_utils.get_file = fetch
        os.remove(file)


def set_weights(model, pictures):
    """Gives every layer its weights, and scales kernels so that what comes out of each has a mean square of 1: {layer: factor}."""
    for index, layer in enumerate(layer for layer in model.layers if layer.weights):
        for place, weight in enumerate(layer.weights):
            if name_of(weight) != "count":
                weight.assign(first_weight(name_of(weight), tuple(weight.shape), index + 0.1 * place))
        # Normalization computes with a copy.
        layer.finalize_state()
    factors = {}
    values = {model.layers[0].name: tf.constant(pictures)}
    for layer in model.layers[1:]:
        given = layer.input if isinstance(layer.input, list) else [layer.input]
        inputs = [values[tensor.node.layer.name] for tensor in given]
        inputs = inputs if len(inputs) > 1 else inputs[0]
        if is_convolution(layer):
            factors[layer.name] = float(np.float32(1 / np.sqrt(np.mean(np.square(layer(inputs))))))
            layer.weights[0].assign(np.float32(factors[layer.name]) * layer.weights[0].numpy())
        values[layer.name] = layer(inputs, training=False) if isinstance(layer, (tf.keras.layers.BatchNormalization, tf.keras.layers.Dropout)) else layer(inputs)
    return factors


def sampled(values):
    """All of it; of a recording, every so many-th value."""
    values = np.asarray(values).ravel()
    stride = max(1, len(values) // SAMPLES) | 1 if is_recording() else 1
    return {"stride": stride, "values": array(values[::stride])}


def head(features):
    pooled = tf.keras.layers.GlobalAveragePooling2D()(features)
    dense = tf.keras.layers.Dense(CLASSES, activation="softmax", name="answers")
    return dense(pooled), dense


def step(base, pictures, first):
    """The loss of one step of sgd, and every weight that it moved; `first` is the first layer to train, or nothing."""
    reached = False
    for layer in base.layers:
        reached = reached or layer.name == first
        layer.trainable = reached
        if isinstance(layer, tf.keras.layers.Dropout):
            layer.rate = 0
    inputs = tf.keras.Input(pictures.shape[1:])
    output, dense = head(base(inputs, training=None if first else False))
    dense.kernel.assign(first_weight("kernel", (1, 1, *dense.kernel.shape), 0.5)[0, 0])
    model = tf.keras.Model(inputs, output)
    model.compile(tf.keras.optimizers.SGD(RATE), "categorical_crossentropy")
    weights = {f"{layer.name}/{name_of(weight)}": weight for layer in [*base.layers, dense] if layer.trainable for weight in layer.weights}
    before = {name: weight.numpy() for name, weight in weights.items()}
    loss = float(model.train_on_batch(pictures, np.eye(CLASSES, dtype=np.float32)[np.arange(len(pictures)) % CLASSES]))
    return {"loss": loss, "moves": {name: sampled(weight.numpy() - before[name]) for name, weight in weights.items() if name_of(weight) != "count"}}


def answer(name, photos, size, folder):
    _, preprocess, first, few = BACKBONES[name]
    calibrating, pictures, small = [preprocess(photos(side).astype(np.float32)) for side in (min(size, SMALL), size, few)]
    base = build(name, size, folder)
    factors = set_weights(base, calibrating)
    file = str(folder / f"{name}.h5")
    if not is_recording():
        base.save_weights(file)
    features = base.predict(pictures, verbose=0)
    apart = np.abs(features[0] - features[1]).max()
    assert np.isfinite(features).all() and 0.1 < np.abs(features).max() < 10_000 and apart > 0.01, (name, np.abs(features).max(), apart)
    weights = base.get_weights()
    steps = []
    for beginning in (None, first):
        # A size of its own: zeros at the edges depend on it.
        base = build(name, few, folder)
        base.set_weights(weights)
        steps.append(step(base, small, beginning))
    return {
        "name": name, "size": size, "few": few, "file": None if is_recording() else file, "factors": factors, "shape": list(features.shape),
        "features": sampled(features), "frozen": steps[0], "first": first, "trained": steps[1],
    }


def read_photos(root, size):
    """Some photos of different classes, uint8, resized as Keras does."""
    files = sorted(pathlib.Path(root).glob("*/*.jpg"))
    files = files[:: len(files) // PHOTOS][:PHOTOS]
    return np.stack([np.asarray(Image.open(file).convert("RGB").resize((size, size), Image.NEAREST)) for file in files])


def striped_pictures(size):
    """Pictures that both sides can compute, 0 to 255. check.ts gives the same."""
    number = np.arange(PHOTOS, dtype=np.float64)[:, None, None, None]
    y, x, channel = np.arange(size)[:, None, None], np.arange(size)[None, :, None], np.arange(3)
    stripes = np.sin(0.05 * (number + 1) * x + 0.09 * (number + 2) * y + 1.3 * channel)
    return (127.5 + 80 * stripes + 40 * np.sin(0.4 * x * (number + 1) + 2 * channel)).astype(np.float32)


def main_answer(root):
    folder = pathlib.Path(sys.argv[1]).parent
    photos = striped_pictures if is_recording() else lambda size: read_photos(root, size)
    sizes = {name: few if is_recording() else SIZE for name, (*_, few) in BACKBONES.items() if name in RECORDED or not is_recording()}
    told = [] if is_recording() else sorted({SIZE, *(few for *_, few in BACKBONES.values())})
    return {
        "classes": CLASSES, "rate": RATE, "count": PHOTOS, "pictures": {str(size): array(photos(size)) for size in told},
        "backbones": [answer(name, photos, size, folder) for name, size in sizes.items()],
    }


main(main_answer)
