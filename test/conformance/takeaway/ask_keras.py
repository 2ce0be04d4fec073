"""What Keras, TensorFlow and onnxruntime make of networks that ablate trained and exported, and the history of a row's exported program."""
from answers import array, is_recording, main

import csv
import glob
import json
import os
import pathlib
import subprocess
import sys

import numpy as np
import onnxruntime
import tensorflow as tf
from PIL import Image

# Of several models in one process it warns.
tf.get_logger().setLevel("ERROR")
WRITER = pathlib.Path(__file__).resolve().parents[3] / "build/test/conformance/takeaway/write-sample.js"


def ask_keras(folder, pixels):
    return tf.keras.models.load_model(os.path.join(folder, "model.h5"), compile=False).predict(pixels, verbose=0)


def ask_tensorflow(folder, pixels):
    return tf.saved_model.load(folder).signatures["serving_default"](pixels=tf.constant(pixels))["probabilities"].numpy()


def ask_onnxruntime(folder, pixels):
    session = onnxruntime.InferenceSession(os.path.join(folder, "model.onnx"), providers=["CPUExecutionProvider"])
    return session.run(["probabilities"], {"pixels": pixels})[0]


RUNTIMES = {"keras": ask_keras, "savedmodel": ask_tensorflow, "onnx": ask_onnxruntime}


def validation_photos(photos, exports, run, size):
    """As `about.json` says that they are to be given."""
    with open(os.path.join(exports, "..", "runs", run, "run.json")) as file:
        split = json.load(file)["splitId"]
    with open(os.path.join(exports, "..", "runs", "splits", f"{split[:16]}.json")) as file:
        paths = [picture["path"] for picture in json.load(file)["validation"]]
    pictures = [Image.open(os.path.join(photos, path)).convert("RGB").resize((size, size), Image.NEAREST) for path in paths]
    return np.stack([np.asarray(picture) for picture in pictures])


def ask_row(told, run):
    with open(os.path.join(told["exports"], "keras", run, "about.json")) as file:
        size = json.load(file)["pixels"]["shape"][1]
    pixels = validation_photos(told["photos"], told["exports"], run, size)
    answers = {name: array(ask(os.path.join(told["exports"], name, run), pixels.astype(np.float32))) for name, ask in RUNTIMES.items()}
    return {"pixels": array(pixels), "probabilities": answers}


def train_script(told, run):
    """The program in a process of its own, from the first weights of ablate's run."""
    output = os.path.join(told["exports"], "script", "output")
    (first,) = glob.glob(os.path.join(told["exports"], "keras", "first-0-*", "model.h5"))
    env = {**os.environ, "DATA": told["photos"], "OUTPUT": output, "FIRST_WEIGHTS": first}
    subprocess.run([sys.executable, os.path.join(told["exports"], "script", f"{run}.py")], env=env, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with open(os.path.join(output, "history.csv")) as file:
        return [{key: float(value) for key, value in epoch.items()} for epoch in csv.DictReader(file)]


def answer(_photos):
    writer = subprocess.Popen(["node", str(WRITER), *(["--record"] if is_recording() else [])], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        told = json.loads(writer.stdout.readline())
        networks = {name: ask_row(told, run) for name, run in told["runs"].items() if name != "scripted"}
        return {"networks": networks, "history": train_script(told, told["runs"]["scripted"])}
    finally:
        writer.stdin.close()
        writer.wait()


main(answer)
