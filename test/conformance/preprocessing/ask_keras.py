"""What Keras does to pixels before a network: imagenet_utils' modes, and ImageDataGenerator's rescale."""
from answers import array, main

import numpy as np
from keras.src.applications.imagenet_utils import preprocess_input
from keras.src.preprocessing.image import ImageDataGenerator


def answer(photos):
    every_value = np.stack([np.arange(256), np.arange(256)[::-1], (np.arange(256) * 37) % 256], axis=-1)
    pixels = np.concatenate([every_value, every_value / 2 + 0.25]).reshape(2, 16, 16, 3).astype(np.float32)
    return {
        "pixels": array(pixels),
        "modes": {
            **{mode: array(preprocess_input(pixels.copy(), mode=mode)) for mode in ("caffe", "tf", "torch")},
            "unit": array(ImageDataGenerator(rescale=1 / 255).standardize(pixels.copy())),
        },
    }


main(answer)
