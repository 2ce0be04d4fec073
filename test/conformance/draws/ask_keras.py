"""What ImageDataGenerator.get_random_transform draws, many times, for every form of range that it takes."""
from answers import array, main

import numpy as np
from keras.src.preprocessing.image import ImageDataGenerator

DRAWS = 2000
HEIGHT, WIDTH = 60, 90

# What is drawn, under the name of the generator's parameter; "zx - zy" shows whether the two are drawn apart.
CASES = {
    "the study's": (
        {"rotation_range": 30, "width_shift_range": 0.1, "height_shift_range": 0.1, "shear_range": 0.1, "zoom_range": 0.1,
         "horizontal_flip": True, "vertical_flip": True},
        ["theta", "tx", "ty", "shear", "zx", "zy", "zx - zy", "flip_horizontal", "flip_vertical"],
    ),
    "zoom_range of two": ({"zoom_range": [0.6, 1.1]}, ["zx", "zx - zy"]),
    "shift ranges in whole pixels": ({"width_shift_range": 7, "height_shift_range": 2}, ["tx", "ty"]),
    "shift ranges in pixels": ({"width_shift_range": 7.5, "height_shift_range": 1.5}, ["tx", "ty"]),
    "shift ranges of shares": ({"width_shift_range": [0.1, 0.25], "height_shift_range": [0.0, 0.5]}, ["tx", "ty"]),
    "shift ranges of pixels": ({"width_shift_range": [-1, 0, 1], "height_shift_range": [3]}, ["tx", "ty"]),
    "channel_shift_range": ({"channel_shift_range": 40.0}, ["channel_shift_intensity"]),
    "brightness_range": ({"brightness_range": [0.5, 1.3]}, ["brightness"]),
}


def value(drawn, name):
    return drawn["zx"] - drawn["zy"] if name == "zx - zy" else drawn[name]


def draw(options, names):
    np.random.seed(1)
    generator = ImageDataGenerator(**options)
    draws = [generator.get_random_transform((HEIGHT, WIDTH, 3)) for _ in range(DRAWS)]
    return {"augment": options, "draws": {name: array(np.array([float(value(drawn, name)) for drawn in draws])) for name in names}}


main(lambda photos: {"height": HEIGHT, "width": WIDTH, "cases": {title: draw(*case) for title, case in CASES.items()}})
