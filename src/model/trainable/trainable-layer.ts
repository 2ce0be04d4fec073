import tf from '../../engine/tfjs.js';
import type {BackboneGraph, BackboneName} from '../../domain/backbone.js';
import {backboneGraph} from '../backbones.js';
import {traceGraph} from '../backbones/trace-graph.js';
import {FrozenPlan} from '../frozen/frozen-plan.js';
import type {LayerCall} from '../layer-call.js';
import type {BackboneWeights} from '../weights/backbone-weights.js';
import {KeptPlan} from './kept-plan.js';
import {partGraph, type GraphParts} from './part-graph.js';
import {trainNode} from './train-node.js';

type BackboneConfig = {
  readonly name: string;
  /** Below `name`, as tfjs makes camel case of any other text that it saved. */
  readonly backbone: {readonly name: BackboneName};
  readonly graph: 'file' | 'none';
  /** What the experiment file calls `trainable`; tfjs keeps a switch of its own under that name. */
  readonly trainableFrom: boolean | {readonly name: string};
  /** Of dropout's masks, 0 to 2^31 - 1. */
  readonly seed: number;
};

/**
A whole backbone as one layer, so that the network stays a row of layers. In training its frozen layers run without a tape, and those
that are trained one by one; else all of it runs as a frozen backbone does.
*/
export class TrainableBackbone extends tf.layers.Layer {
  /** Nothing of tfjs' own stands for it. */
  static get className() {
    return 'Backbone';
  }

  readonly #config: BackboneConfig;
  readonly #graph: BackboneGraph;
  readonly #parts: GraphParts;
  readonly #weights = new Map<string, tf.LayerVariable>();
  #given: BackboneWeights | undefined;
  readonly #plans = {beginning: new KeptPlan(), whole: new KeptPlan()};
  /** How often it was trained: what makes plans of trained weights stale. */
  #trainings = 0;

  /** Takes the weights, of all layers, once it is built. A layer that was saved has none: they follow. */
  constructor(config: BackboneConfig, weights?: BackboneWeights) {
    super({name: config.name});
    this.#given = weights;
    this.#config = config;
    this.#graph = backboneGraph(config.backbone.name, config.graph);
    const {trainableFrom: from} = config;
    this.#parts = partGraph(this.#graph.nodes, typeof from === 'object' ? from.name : from);
  }

  override build(inputShape: tf.Shape | tf.Shape[]): void {
    const trained = new Set(this.#parts.trained.map(({name}) => name));
    for (const {node, weights} of traceGraph(this.#graph, inputShape[1] as number)) {
      for (const {name, shape, trainable} of weights) {
        const key = `${node.name}/${name}`;
        const learns = trainable && trained.has(node.name);
        this.#weights.set(key, this.addWeight(key, [...shape], 'float32', tf.initializers.zeros(), undefined, learns));
      }
    }

    this.#adopt();
    this.built = true;
  }

  /** Whether a picture's output in training depends on the rest of its batch. */
  get mixesPictures(): boolean {
    return this.#parts.trained.some(({kind}) => kind === 'batch_normalization');
  }

  override computeOutputShape([batch, size]: number[]): tf.Shape {
    return [batch!, ...traceGraph(this.#graph, size!).at(-1)!.output];
  }

  override call(inputs: tf.Tensor | tf.Tensor[], call: LayerCall): tf.Tensor {
    const pictures = (Array.isArray(inputs) ? inputs[0] : inputs) as tf.Tensor4D;
    return tf.tidy(() => call.training && this.#parts.trained.length > 0 ? this.#train(pictures, call) : this.#infer(pictures));
  }

  override getConfig(): tf.serialization.ConfigDict {
    return {...super.getConfig(), ...this.#config};
  }

  override dispose(): ReturnType<tf.layers.Layer['dispose']> {
    this.#plans.beginning.dispose();
    this.#plans.whole.dispose();
    return super.dispose();
  }

  #adopt(): void {
    for (const [key, value] of this.#given ?? []) {
      this.#weights.get(key)!.write(value);
      value.dispose();
    }

    this.#given = undefined;
  }

  #infer(pictures: tf.Tensor4D): tf.Tensor4D {
    const {nodes} = this.#graph;
    const plan = this.#plans.whole.of(this.#weights, this.#trainings, weights => new FrozenPlan(nodes, [nodes.at(-1)!.name], weights));
    return plan.run(pictures)[0]!;
  }

  #train(pictures: tf.Tensor4D, {step = 0, part}: LayerCall): tf.Tensor {
    const {frozen, trained, between} = this.#parts;
    const plan = this.#plans.beginning.of(frozenOnly(this.#weights, this.#parts), 0, weights => new FrozenPlan(frozen, between, weights));
    const values = new Map<string, tf.Tensor>(plan.run(pictures).map((value, index) => [between[index]!, value]));
    for (const [index, node] of trained.entries()) {
      const inputs = node.inputs.map(name => values.get(name)!);
      // Apart from each other by a prime.
      const key = [(this.#config.seed + (index * 7919)) % (2 ** 31), step] as const;
      values.set(node.name, trainNode({node, inputs, key, part, weightOf: name => this.#weights.get(`${node.name}/${name}`)!}));
    }

    this.#trainings += 1;
    return values.get(trained.at(-1)!.name)!;
  }
}

function frozenOnly(weights: ReadonlyMap<string, tf.LayerVariable>, {trained}: GraphParts): Map<string, tf.LayerVariable> {
  const names = new Set(trained.map(({name}) => name));
  return new Map([...weights].filter(([key]) => !names.has(key.split('/', 1)[0]!)));
}

tf.serialization.registerClass(TrainableBackbone);
