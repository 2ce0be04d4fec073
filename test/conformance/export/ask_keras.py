"""What TensorBoard and MLflow read of a run that ablate exported, and what Keras' own TensorBoard callback calls its scalars."""
from answers import main

import math
import os
import pathlib
import subprocess
import tempfile

import numpy as np
import tensorflow as tf
from mlflow.tracking import MlflowClient
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

WRITER = pathlib.Path(__file__).resolve().parents[3] / "build/test/conformance/export/write-sample.js"


def number(value):
    """JSON has no NaN."""
    return None if math.isnan(value) else value


def read_tensorboard(folder):
    """By part of the run and scalar, what TensorBoard shows: step, value and time in seconds."""
    result = {}
    for part in ("train", "validation"):
        events = EventAccumulator(os.path.join(folder, part))
        events.Reload()
        result[part] = {tag: [[scalar.step, number(scalar.value), scalar.wall_time] for scalar in events.Scalars(tag)] for tag in events.Tags()["scalars"]}
    return result


def read_mlflow(folder):
    """The one experiment and the one run of it."""
    client = MlflowClient(tracking_uri=pathlib.Path(folder).as_uri())
    (experiment,) = client.search_experiments()
    (run,) = client.search_runs([experiment.experiment_id])
    metrics = {name: [[metric.step, number(metric.value), metric.timestamp] for metric in client.get_metric_history(run.info.run_id, name)] for name in run.data.metrics}
    return {
        "experiment": experiment.name, "run": run.info.run_name, "status": run.info.status, "start": run.info.start_time, "end": run.info.end_time,
        "metrics": metrics, "params": run.data.params, "tags": run.data.tags, "artifacts": [file.path for file in client.list_artifacts(run.info.run_id)],
    }


def ask_callback(folder):
    """By part of the run, the scalars of a real training."""
    model = tf.keras.Sequential([tf.keras.layers.Dense(2, activation="softmax", input_shape=(3,))])
    model.compile(loss="categorical_crossentropy", metrics=["accuracy"], optimizer=tf.keras.optimizers.SGD(tf.keras.optimizers.schedules.ExponentialDecay(0.1, 1, 0.9)))
    x, y = np.ones((4, 3), np.float32), np.eye(2, dtype=np.float32)[[0, 1, 0, 1]]
    model.fit(x, y, validation_data=(x, y), epochs=2, verbose=0, callbacks=[tf.keras.callbacks.TensorBoard(folder, write_graph=False)])
    result = {}
    for part in ("train", "validation"):
        events = EventAccumulator(os.path.join(folder, part), size_guidance={"tensors": 0})
        events.Reload()
        tags = [tag for tag in events.Tags()["tensors"] if tag.startswith("epoch_")]
        result[part] = {tag: [event.step for event in events.Tensors(tag)] for tag in tags}
    return result


def answer(_photos):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["node", str(WRITER), folder], check=True)
        return {
            "tensorboard": read_tensorboard(os.path.join(folder, "tensorboard", "on-3-0123abcd")),
            "mlflow": read_mlflow(os.path.join(folder, "mlflow")),
            "callback": ask_callback(os.path.join(folder, "callback")),
        }


main(answer)
