import {shape, type Shape} from '../files/shape.js';

const {text, flag, number, whole, positive, fileName, shallow, optional, list, map} = shape;

const configShape = map({epochs: positive, seeds: list(whole), model: map({layers: list(shallow)})});

/** A row as it was planned. Its configuration was valid once, for the ablate of then. */
export const experimentShape: Shape = value => shallow(value) ?? map({
  name: text,
  file: text,
  parent: optional(text),
  description: optional(text),
  sources: optional(list(text)),
  config: configShape,
  changes: list(map({key: text})),
  published: optional(map({validation_score: optional(number), history: optional(text)})),
})(value);

const pictures = list(map({path: text, classIndex: whole, digest: text}));

/** Which pictures trained and which validated. */
export const splitShape = map({id: fileName, dataset: text, classes: list(text), synthetic: flag, training: pictures, validation: pictures});

/** A line of `plans.jsonl`. */
export const planShape = map({
  at: text,
  splits: list(splitShape),
  rows: list(map({
    experimentId: text,
    experiment: experimentShape,
    runs: list(map({id: fileName, seed: whole, fingerprint: text, split: fileName})),
  })),
});
