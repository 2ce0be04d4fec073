"""Networks, optimizers and batches from what an experiment file says: its keys are Keras' own."""
import inspect

import numpy as np
import tensorflow as tf

Generator = tf.keras.preprocessing.image.ImageDataGenerator
LAYERS = {
    "conv2d": tf.keras.layers.Conv2D,
    "max_pooling2d": tf.keras.layers.MaxPooling2D,
    "flatten": tf.keras.layers.Flatten,
    "dense": tf.keras.layers.Dense,
    "dropout": tf.keras.layers.Dropout,
}
OPTIMIZERS = {"adam": tf.keras.optimizers.Adam, "nadam": tf.keras.optimizers.Nadam}


def start_training(config, shape, classes):
    """A Sequential model of the experiment's layers, each a map of one key, on inputs of the shape; compiled as the study does."""
    model = tf.keras.Sequential([tf.keras.layers.Input(shape)])
    for layer in config["model"]["layers"]:
        [(kind, options)] = layer.items()
        if not isinstance(options, dict):
            options = {"rate": options}
        options = {key: classes if value == "classes" else value for key, value in options.items() if value is not None}
        model.add(LAYERS[kind](**options))
    options = {key: value for key, value in config["optimizer"].items() if key != "name" and value is not None}
    model.compile(OPTIMIZERS[config["optimizer"]["name"]](**options), "categorical_crossentropy", ["accuracy"])
    return model


def read_photos(task):
    """Float32 pictures [count, size, size, 3] and one-hot classes [count, classes]."""
    photos = task["photos"]
    size = photos["size"]
    pictures = np.fromfile(photos["file"], np.float32).reshape(-1, size, size, 3)
    return pictures, one_hot(photos["labels"], task["classes"])


def one_hot(labels, classes):
    return np.eye(classes, dtype=np.float32)[np.asarray(labels)]


def generator(config, **options):
    """ImageDataGenerator with what the experiment file says; photos are divided by 255."""
    known = inspect.signature(Generator).parameters
    augment = {key: value for key, value in config["augment"].items() if key in known and value is not None}
    return Generator(rescale=1 / 255, **augment, **options)


def flow(images, order, **options):
    """Batches of the photos in a folder of class folders."""
    config = order["experiment"]["config"]
    size = config["image_size"]
    return images.flow_from_directory(
        order["split"]["root"], target_size=(size, size), batch_size=config["batch_size"], seed=0, **options)
