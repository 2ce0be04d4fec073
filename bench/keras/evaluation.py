import time

from network import read_photos, start_training


def evaluation(task):
    """Seconds a batch of evaluate, on photos in memory."""
    pictures, labels = read_photos(task)
    model = start_training(task["config"], pictures.shape[1:], task["classes"])
    size = task["config"]["batch_size"]

    def turn():
        start = time.perf_counter()
        model.evaluate(pictures, labels, batch_size=size, verbose=0)
        return (time.perf_counter() - start) / -(-len(pictures) // size)

    turn()
    return turn
