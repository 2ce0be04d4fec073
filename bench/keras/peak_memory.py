import resource
import sys

from network import flow, generator, start_training


def peak_memory(task):
    """Megabytes at the peak of fit over the first steps of a run, and a batch of its validation."""
    order = task["order"]
    config = order["experiment"]["config"]
    images = generator(config, validation_split=config["split"]["validation"])
    size = config["image_size"]
    model = start_training(config, (size, size, 3), len(order["split"]["classes"]))

    def turn():
        training = flow(images, order, subset="training")
        validation = flow(images, order, subset="validation")
        model.fit(training, steps_per_epoch=task["steps"], validation_data=validation, validation_steps=1, verbose=0)
        # Kilobytes on Linux, bytes on macOS.
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak / (2 ** 20 if sys.platform == "darwin" else 1024)

    return turn
