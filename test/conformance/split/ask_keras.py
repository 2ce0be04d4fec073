"""Which files flow_from_directory trains on and validates with: of the given photos, and of files with awkward names."""
from answers import main

import contextlib
import io
import os
import tempfile

from keras.src.preprocessing.image import ImageDataGenerator

SHARES = [0.1, 0.25, 0.5]

# Composed and decomposed accents, and letters on both sides of where UTF-16 and code points sort otherwise.
CLASSES = [
    "glass", "Glass bottles", "paper-10", "paper-2", "paper 2", "10", "2", "\u00e9toile", "e\u0301cart", "\U0001d50alass", "\uff5ewave",
    "\ue000private", "100% #paper", "[x]", "~", "\u7d19", "paper.jpg",
]
FILES = [
    "photo1.jpg", "photo2.jpg", "photo10.jpg", "photo010.jpg", "Photo3.jpg", "PHOTO4.JPG", "photo5.JPEG", "photo6.Png", "photo 7.png",
    "photo-8.jpg", "photo_8.jpg", "photo.8.jpg", "\u00fcber.jpg", "u\u0308ber2.jpg", "\U0001d51e.jpg", "\uff5e.jpg", "\ue000.jpg",
    "[1].jpg", "#1.jpg", "100%.jpg", "~1.jpg", "\u7d19.jpg", "z.jpg.jpg", "nodotjpg",
    "sub/photo1.jpg", "sub/photo10.jpg", "sub/deeper/photo0.png", "sub-b/photo1.jpg", "Sub\u00e9/photo2.jpg", "folder.jpg/photo1.jpg",
    "\U0001d51e/photo1.jpg", "\uff5e/photo1.jpg",
    "notes.txt", "photo.heic", "photo.gif", "photo.jpg.bak", "Thumbs.db", "jpg.txt",
]
LINKS = {"glass/link.jpg": "photo1.jpg", "glass/linked folder": "../paper-2", "linked class": "paper-10"}


def split(folder):
    """By share, the files of both parts, in Keras' order; without the shares that leave nothing to validate, which ablate refuses."""
    result = {}
    for share in SHARES:
        generator = ImageDataGenerator(validation_split=share)
        with contextlib.redirect_stdout(io.StringIO()):
            parts = {part: generator.flow_from_directory(folder, subset=part, shuffle=False) for part in ("training", "validation")}
        if parts["validation"].filenames:
            result[str(share)] = {part: [name.replace(os.sep, "/") for name in flow.filenames] for part, flow in parts.items()}
    return result


def awkward():
    files = [f"{name}/{file}" for name in CLASSES for file in FILES]
    with tempfile.TemporaryDirectory() as folder:
        for file in files:
            path = os.path.join(folder, file)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            open(path, "w").close()
        for link, target in LINKS.items():
            os.symlink(target, os.path.join(folder, link))
        return {"files": files, "links": LINKS, "splits": split(folder)}


main(lambda photos: {"photos": split(photos), "awkward": awkward()})
