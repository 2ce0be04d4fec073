import type {ExperimentConfig} from '../domain/generated/experiment-config.js';
import {inferShapes, type LayerShape} from './infer-shapes.js';
import {placeAt} from './located.js';
import type {SpecProblem} from './problem.js';
import type {LocatedMap} from './source.js';

/** Whether the layers fit each other, have something to learn, and end in one probability for each of `classes` classes. */
export function checkNetwork(config: ExperimentConfig, tree: LocatedMap, classes: number): SpecProblem[] {
  const {layers} = config.model;
  const shapes = inferShapes(config.model, config.image_size, classes);
  const broken = shapes.find(shape => shape.problem !== undefined);
  if (broken) {
    // What is wrong with the backbone shows without the data, and was told already.
    return broken.kind === config.model.backbone?.name ? [] : [problemAt(tree, broken.path, `${nameOf(broken, layers.length)} ${broken.problem!}.`)];
  }

  const last = String(layers.length - 1);
  const output = shapes.at(-1)?.output ?? [];
  if (output.length !== 1 || output[0] !== classes) {
    const place = layers.at(-1)?.dense ? ['model', 'layers', last, 'dense', 'units'] : ['model', 'layers', last];
    const shape = output.length === 1 ? `${output[0]} units` : `the shape ${output.join('x')}`;
    const advice = 'Write {dense: {units: classes, activation: softmax}}.';
    return [problemAt(tree, place, `the output layer has ${shape} but the data set has ${classes} classes. ${advice}`)];
  }

  if (shapes.every(({trainable}) => trainable === 0)) {
    return [problemAt(tree, ['model', 'layers'], nothingToTrain(shapes))];
  }

  const missing = 'the output layer must have activation: softmax, since the loss is categorical cross-entropy.';
  return endsInProbabilities(config) ? [] : [problemAt(tree, ['model', 'layers', last], missing)];
}

function nameOf({kind, path}: LayerShape, count: number): string {
  return `${kind} (layer ${Number(path.at(-1)) + 1} of ${count})`;
}

function nothingToTrain(shapes: readonly LayerShape[]): string {
  return shapes.every(({parameters}) => parameters === 0)
    ? 'no layer of this network has weights, so there is nothing to train. Add a dense or conv2d layer.'
    : 'every weight of this network is frozen, so there is nothing to train. Take `trainable: false` away from a layer, or add one.';
}

function endsInProbabilities({model: {layers}}: ExperimentConfig): boolean {
  const last = layers.at(-1);
  return last?.dense?.activation === 'softmax' || last?.activation === 'softmax';
}

function problemAt(tree: LocatedMap, path: readonly string[], message: string): SpecProblem {
  return {key: path.join('.'), message, place: placeAt(tree, path)};
}
