"""Records what Keras' apply_affine_transform makes of a small picture, for affine-map and transform-batch tests.

pip install tensorflow-cpu==2.15.1 scipy
python record.py > keras.json
"""
import json

import numpy as np
from keras.src.preprocessing.image import ImageDataGenerator

SIZE = 16

# Smooth, so that interpolation counts and borders show: each channel another slope and wave.
y, x = np.mgrid[0:SIZE, 0:SIZE].astype(np.float64)
picture = np.stack(
    [
        x * 255 / (SIZE - 1),
        127.5 + 127.5 * np.sin(x / 3 + y / 5),
        (y * SIZE + x * 7) % 256,
    ],
    axis=-1,
).round().astype(np.float32)

plain = {
    "theta": 0, "tx": 0, "ty": 0, "shear": 0, "zx": 1, "zy": 1,
    "flip_horizontal": False, "flip_vertical": False,
    "channel_shift_intensity": None, "brightness": None,
}
cases = [
    ("rotation", "nearest", {"theta": 23.5}),
    ("shift", "nearest", {"tx": 1.3, "ty": -2.25}),
    ("shear", "nearest", {"shear": 17.0}),
    ("zoom", "nearest", {"zx": 0.91, "zy": 1.08}),
    ("horizontal flip", "nearest", {"flip_horizontal": True}),
    ("vertical flip", "nearest", {"flip_vertical": True}),
    ("everything", "nearest", {"theta": -28.0, "tx": -1.1, "ty": 0.7, "shear": 8.0, "zx": 1.1, "zy": 0.93, "flip_horizontal": True, "flip_vertical": True}),
    ("rotation then flip", "nearest", {"theta": 30.0, "ty": 1.5, "flip_horizontal": True}),
    ("constant fill", "constant", {"theta": 12.0, "zx": 0.95, "zy": 0.9}),
    ("reflect fill", "reflect", {"tx": 2.5, "theta": 5.0}),
    ("wrap fill", "wrap", {"ty": 3.4, "theta": -9.0}),
]

records = []
for title, fill_mode, drawn in cases:
    generator = ImageDataGenerator(fill_mode=fill_mode, cval=40.0)
    parameters = {**plain, **drawn}
    result = generator.apply_transform(picture, parameters)
    records.append({
        "title": title,
        "fill_mode": fill_mode,
        "cval": 40.0,
        "parameters": {key: parameters[key] for key in ("theta", "tx", "ty", "shear", "zx", "zy", "flip_horizontal", "flip_vertical")},
        "pixels": [round(float(value), 2) for value in result.ravel()],
    })

print(json.dumps({"size": SIZE, "picture": [int(value) for value in picture.ravel()], "records": records}))
