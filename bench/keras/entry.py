"""The process that Keras is measured in: a line with the task, then one for each turn; each is answered by a line."""
import json
import os
import sys

from evaluation import evaluation
from features import features
from head import head
from peak_memory import peak_memory
from pipeline import pipeline
from training_step import training_step

PREPARATIONS = {
    "training step": training_step,
    "evaluation": evaluation,
    "features": features,
    "head": head,
    "pipeline": pipeline,
    "peak memory": peak_memory,
}


def main():
    # Keras prints to standard output now and then: the answers have a file of their own.
    answers = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(2, 1)
    task = json.loads(sys.stdin.readline())
    turn = PREPARATIONS[task["task"]](task)
    print(json.dumps([]), file=answers)
    for _ in sys.stdin:
        print(json.dumps([turn()]), file=answers)


main()
