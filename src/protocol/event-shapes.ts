import type {RunEvent} from '../domain/run-event.js';
import {shape, type Shape} from '../files/shape.js';

const {text, number, whole, positive, optional, nullable, oneOf, list, map} = shape;

// JSON knows no NaN: a lost loss is null.
const figure = nullable(number);

/** What an event of each type must hold to be taken in. */
export const eventShapes: Readonly<Record<RunEvent['type'], Shape>> = {
  started: map({
    attempt: whole,
    environment: map({ablate: text, node: text, platform: text, engine: text, device: text, threads: whole, git_commit: optional(text)}),
    resumed: optional(map({epoch: positive, step: whole, seconds: number})),
    notes: optional(list(text)),
  }),
  epoch: map({
    epoch: positive,
    loss: figure, accuracy: figure, val_loss: figure, val_accuracy: figure, learning_rate: figure,
    seconds: number,
    pictures_per_second: figure,
    correct: text,
    micro_batch: optional(whole),
  }),
  predictions: map({of: oneOf('last', 'best'), epoch: whole, probabilities: text}),
  artifact: map({kind: text, path: text, bytes: whole, sha256: text}),
  ended: map({
    status: oneOf('done', 'failed', 'timed-out', 'out-of-memory', 'interrupted', 'cancelled'),
    seconds: number,
    peak_memory_bytes: optional(whole),
    problem: optional(map({code: text, message: text, hint: optional(text)})),
  }),
  requeued: map({}),
};
