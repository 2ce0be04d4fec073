"""How Keras reads photos: decoded, and resized with each interpolation that it names; and how Pillow, which it does it with, resizes noise."""
from answers import array, every_nth_pixel, main

import glob
import os

import numpy as np
from PIL import Image
from keras.src.utils.image_utils import _PIL_INTERPOLATION_METHODS, img_to_array, load_img

# Pixels a picture that are compared, evenly spread: enough for a share of 0.001, over all photos.
SAMPLES = 700
PHOTOS = 600
TARGET = 300
NOISE_SIZES = [(5, 5), (17, 4), (8, 11), (23, 31), (1, 1), (17, 11), (6, 10)]


def read(path, **options):
    return array(every_nth_pixel(img_to_array(load_img(path, **options)).astype(np.uint8), SAMPLES))


def answer(photos):
    files = sorted(path for path in glob.glob(os.path.join(photos, "*", "*")) if path.lower().endswith((".jpg", ".jpeg", ".png")))
    files = files[:: max(len(files) // PHOTOS, 1)]
    noise = np.random.default_rng(7).integers(0, 256, (11, 17, 3), dtype=np.uint8)
    return {
        "samples": SAMPLES,
        "target": TARGET,
        "photos": [
            {
                "path": os.path.relpath(path, photos).replace(os.sep, "/"),
                "decoded": read(path),
                "resized": {name: read(path, target_size=(TARGET, TARGET), interpolation=name) for name in _PIL_INTERPOLATION_METHODS},
            }
            for path in files
        ],
        "noise": {
            "picture": array(noise),
            "resized": [
                {"interpolation": name, "pixels": array(np.asarray(Image.fromarray(noise).resize(size, method)))}
                for name, method in _PIL_INTERPOLATION_METHODS.items()
                for size in NOISE_SIZES
            ],
        },
    }


main(answer)
