"""What ImageDataGenerator.apply_transform makes of photos with given parameters; and, of changes that Keras lacks, what SciPy and numpy make."""
from answers import array, every_nth_pixel, main

import glob
import os

import numpy as np
from keras.src.preprocessing.image import ImageDataGenerator
from keras.src.utils.image_utils import img_to_array, load_img
from scipy import ndimage

# Pixels a picture that are compared, evenly spread.
SAMPLES = 128
SIZES = [(32, 32), (33, 33), (28, 41), (300, 300)]
FILL_MODES = ["nearest", "constant", "reflect", "wrap"]
CVAL = 40.0

PLAIN = {
    "theta": 0, "tx": 0, "ty": 0, "shear": 0, "zx": 1, "zy": 1, "flip_horizontal": False, "flip_vertical": False,
    "channel_shift_intensity": None, "brightness": None,
}
TURNED = {"theta": -28.0, "tx": 0.07, "ty": -0.045, "shear": 8.0, "zx": 1.1, "zy": 0.93, "flip_horizontal": True, "flip_vertical": True}
CORNERS = [[0.2, 0.05], [0.12, 0.15], [0.02, 0.22], [0.1, 0.01]]
CROP = [0.1, 0.25, 0.7, 0.55]

# Shifts, crops and corners are shares of the picture here.
GEOMETRY = {
    "rotation": {"theta": 23.5},
    "shift": {"tx": 0.083, "ty": -0.061},
    "shear": {"shear": 17.0},
    "zoom": {"zx": 0.91, "zy": 1.08},
    "rotation, shift, shear, zoom and flips": TURNED,
    "perspective": {"corners": CORNERS},
    "rotation to flips, random crop and perspective": {**TURNED, "crop": CROP, "corners": CORNERS},
}
OTHERS = {
    "horizontal flip": {"flip_horizontal": True},
    "vertical flip": {"flip_vertical": True},
    "rotation, then a flip": {"theta": 30.0, "ty": 0.05, "flip_horizontal": True},
    "channel shift, up": {"channel_shift_intensity": 31.7},
    "channel shift, down": {"channel_shift_intensity": -53.2},
    "brightness, darker": {"brightness": 0.63},
    "brightness, brighter": {"brightness": 1.41},
    "everything that Keras has": {**TURNED, "channel_shift_intensity": 17.3, "brightness": 1.17},
    "random crop": {"crop": CROP},
    "cutout": {"cutout": [0.3, 0.4, 0.25]},
    "cutout at the edge": {"cutout": [0.9, -0.1, 0.3]},
}


def scaled(case, height, width):
    """A case's shares, in pixels."""
    parameters = {**PLAIN, **case}
    parameters["tx"] *= height
    parameters["ty"] *= width
    if "crop" in case:
        left, top, share_x, share_y = case["crop"]
        parameters["crop"] = [left * width, top * height, share_x * width, share_y * height]
    if "corners" in case:
        outline = [[-0.5, -0.5], [width - 0.5, -0.5], [width - 0.5, height - 0.5], [-0.5, height - 0.5]]
        inwards = [[1, 1], [-1, 1], [-1, -1], [1, -1]]
        parameters["corners"] = [[x + i * a * width, y + j * b * height] for (x, y), (i, j), (a, b) in zip(outline, inwards, case["corners"])]
    if "cutout" in case:
        left, top, side = case["cutout"]
        parameters["cutout"] = [round(left * width), round(top * height), round(side * min(height, width))]
    return parameters


def coordinates_of_keras(parameters, height, width):
    """Keras' own map from output to input, read off what it makes of a picture of coordinates: `[2, 3]`."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float64)
    ramps = np.stack([x, y, np.zeros_like(x)], axis=-1)
    moved = ImageDataGenerator(fill_mode="constant", cval=-1e6, dtype="float64").apply_transform(ramps, parameters)
    inside = moved[..., 2] > -0.5
    points = np.stack([x[inside], y[inside], np.ones(inside.sum())], axis=-1)
    return np.linalg.lstsq(points, moved[inside][:, :2], rcond=None)[0].T


def resample(picture, parameters, fill_mode):
    """The whole geometry in one interpolation: perspective, crop and Keras' map, from output to input."""
    height, width = picture.shape[:2]
    y, x = np.mgrid[0:height, 0:width].astype(np.float64)
    if "corners" in parameters:
        outline = [[-0.5, -0.5], [width - 0.5, -0.5], [width - 0.5, height - 0.5], [-0.5, height - 0.5]]
        rows, goals = [], []
        for (u, v), (s, t) in zip(parameters["corners"], outline):
            rows += [[u, v, 1, 0, 0, 0, -u * s, -v * s], [0, 0, 0, u, v, 1, -u * t, -v * t]]
            goals += [s, t]
        a, b, c, d, e, f, g, h = np.linalg.solve(np.array(rows), np.array(goals))
        x, y = (a * x + b * y + c) / (g * x + h * y + 1), (d * x + e * y + f) / (g * x + h * y + 1)
    if "crop" in parameters:
        left, top, crop_width, crop_height = parameters["crop"]
        x, y = left + (x + 0.5) * crop_width / width - 0.5, top + (y + 0.5) * crop_height / height - 0.5
    (a, b, c), (d, e, f) = coordinates_of_keras(parameters, height, width)
    x, y = a * x + b * y + c, d * x + e * y + f
    channels = [ndimage.map_coordinates(picture[..., channel], [y, x], order=1, mode=fill_mode, cval=CVAL) for channel in range(3)]
    return np.stack(channels, axis=-1)


def change(picture, parameters, fill_mode):
    if "crop" in parameters or "corners" in parameters:
        return resample(picture, parameters, fill_mode)
    changed = ImageDataGenerator(fill_mode=fill_mode, cval=CVAL).apply_transform(picture.copy(), parameters)
    if "cutout" in parameters:
        left, top, side = parameters["cutout"]
        changed[max(top, 0):max(top + side, 0), max(left, 0):max(left + side, 0)] = CVAL
    return changed


def record(what, case, fill_mode, pictures):
    parameters = [scaled(case, *picture.shape[:2]) for picture in pictures]
    return {
        "what": what,
        "fill_mode": fill_mode,
        "results": [
            {"parameters": one, "pixels": array(every_nth_pixel(change(picture, one, fill_mode), SAMPLES))}
            for one, picture in zip(parameters, pictures)
        ],
    }


def answer(photos):
    files = sorted(glob.glob(os.path.join(photos, "*", "*.jpg")))
    chosen = [files[index * (len(files) - 1) // (len(SIZES) - 1)] for index in range(len(SIZES))]
    pictures = [img_to_array(load_img(path, target_size=size)) for path, size in zip(chosen, SIZES)]
    return {
        "samples": SAMPLES,
        "cval": CVAL,
        "pictures": [
            {"path": os.path.relpath(path, photos).replace(os.sep, "/"), "height": height, "width": width}
            for path, (height, width) in zip(chosen, SIZES)
        ],
        "cases": [
            *(record(f"{what}, {fill_mode}", case, fill_mode, pictures) for what, case in GEOMETRY.items() for fill_mode in FILL_MODES),
            *(record(what, case, "nearest", pictures) for what, case in OTHERS.items()),
        ],
    }


main(answer)
