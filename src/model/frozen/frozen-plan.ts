import tf from '../../engine/tfjs.js';
import type {BackboneNode} from '../../domain/backbone.js';
import type {BackboneWeights} from '../weights/backbone-weights.js';
import {bindStep, type BoundStep} from './bind-step.js';
import {fuseGraph, stepOf} from './fuse-graph.js';

type PlannedStep = BoundStep & {
  readonly output: string;
  readonly inputs: readonly string[];
  /** What no later step reads: it goes as soon as this one has run. */
  readonly spent: readonly string[];
};

/** Layers that nothing trains, as a list of steps with their weights folded in; no gradient flows through. */
export class FrozenPlan {
  readonly #steps: readonly PlannedStep[];
  readonly #input: string;
  readonly #outputs: readonly string[];

  /** Of the first layers of a graph, those whose outputs are asked for. The weights stay the caller's. */
  constructor(nodes: readonly BackboneNode[], outputs: readonly string[], weights: BackboneWeights) {
    this.#input = nodes[0]!.name;
    this.#outputs = outputs.map(name => stepOf(nodes, name));
    const steps = fuseGraph(nodes, this.#outputs);
    const lastReaders = new Map(steps.flatMap(({inputs, output}) => inputs.map(name => [name, output])));
    const kept = new Set([this.#input, ...this.#outputs]);
    this.#steps = steps.map(({output, inputs, work}) => ({
      ...keep(bindStep(work, weights)),
      output,
      inputs,
      spent: [...new Set(inputs)].filter(name => lastReaders.get(name) === output && !kept.has(name)),
    }));
  }

  /** `[n, height, width, 3]` → the outputs asked for, in their order; of the input itself a copy. They belong to the surrounding `tf.tidy`. */
  run(pictures: tf.Tensor4D): tf.Tensor4D[] {
    const values = new Map<string, tf.Tensor>([[this.#input, pictures]]);
    for (const {run, inputs, output, spent} of this.#steps) {
      values.set(output, run(inputs.map(name => values.get(name)!)));
      for (const name of spent) {
        values.get(name)!.dispose();
        values.delete(name);
      }
    }

    return this.#outputs.map(name => name === this.#input ? tf.clone(pictures) : values.get(name) as tf.Tensor4D);
  }

  dispose(): void {
    tf.dispose(this.#steps.flatMap(({constants}) => [...constants]));
  }
}

/** Plans are made in the midst of a step too. */
function keep(step: BoundStep): BoundStep {
  for (const constant of step.constants) {
    tf.keep(constant);
  }

  return step;
}
