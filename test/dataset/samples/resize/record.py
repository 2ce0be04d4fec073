"""Records how Pillow resizes a small picture, for the tests of src/dataset/resize.

pip install pillow==10.4.0
python record.py > pillow.json
"""
import json

import numpy as np
from PIL import Image

picture = np.random.default_rng(7).integers(0, 256, (11, 17, 3), dtype=np.uint8)
records = []
for width, height in [(5, 5), (17, 4), (8, 11), (23, 31), (1, 1), (17, 11), (6, 10)]:
    for name, method in [("nearest", Image.NEAREST), ("bilinear", Image.BILINEAR)]:
        resized = np.asarray(Image.fromarray(picture).resize((width, height), method))
        records.append({"interpolation": name, "width": width, "height": height, "pixels": resized.ravel().tolist()})

print(json.dumps({"width": 17, "height": 11, "picture": picture.ravel().tolist(), "records": records}))
