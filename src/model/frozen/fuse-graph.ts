import type {BackboneActivation, BackboneNode, Padding} from '../../domain/backbone.js';
import {poolLater} from './pool-later.js';

/** What several layers after one another come to, as one step. */
export type FrozenStep = {
  /** The last of the layers, whose output this is. */
  readonly output: string;
  /** The steps, or the graph's input, that it takes `[n, height, width, channels]` from. */
  readonly inputs: readonly string[];
  readonly work: FrozenWork;
};

export type FrozenWork = ConvolutionWork | AffineWork | SumWork | LayerWork;

/** Zeros at the edges, a convolution, its normalisation, the sum with another step's output, and an activation. */
export type ConvolutionWork = {
  readonly kind: 'convolution';
  readonly node: NodeOf<'conv2d' | 'depthwise_conv2d'>;
  readonly zeros: Padding | undefined;
  readonly normalisation: NodeOf<'batch_normalization'> | undefined;
  /** Whether a second input is added. */
  readonly adds: boolean;
  readonly activation: 'linear' | BackboneActivation;
};

/** Each channel times a factor, plus a constant. */
export type AffineWork = {readonly kind: 'affine'; readonly nodes: ReadonlyArray<NodeOf<'rescaling' | 'normalization' | 'batch_normalization'>>};

export type SumWork = {readonly kind: 'sum'; readonly activation: 'linear' | BackboneActivation};

/** A layer by itself. */
export type LayerWork = {
  readonly kind: 'layer';
  readonly node: NodeOf<'zero_padding2d' | 'activation' | 'max_pooling2d' | 'average_pooling2d' | 'multiply' | 'concatenate' | 'global_average_pooling2d'>;
};

/** Layers of these kinds. */
export type NodeOf<Kind extends BackboneNode['kind']> = Extract<BackboneNode, {readonly kind: Kind}>;

/** Layers that do something. */
type Doing = Exclude<BackboneNode, {readonly kind: 'input' | 'dropout' | 'reshape'}>;

/**
The fewest steps that give the outputs of the layers named in `outputs`: what does nothing once nothing is trained falls away (dropout),
and what nobody else reads is one step with its reader. `inputs` are the names that a plan begins with.
*/
export function fuseGraph(nodes: readonly BackboneNode[], outputs: readonly string[]): FrozenStep[] {
  const fusing: Fusing = {steps: new Map(), aliases: new Map(), readers: countReaders(nodes, outputs)};
  for (const node of poolLater(nodes, fusing.readers)) {
    const inputs = node.inputs.map(name => resolve(fusing, name));
    if (node.kind === 'dropout' || node.kind === 'reshape') {
      fusing.aliases.set(node.name, inputs[0]!);
    } else if (node.kind !== 'input') {
      addStep(fusing, node, inputs);
    }
  }

  return [...fusing.steps.values()];
}

/** Under which step's name the output of a layer is found. */
export function stepOf(nodes: readonly BackboneNode[], name: string): string {
  const node = nodes.find(each => each.name === name);
  return node?.kind === 'dropout' || node?.kind === 'reshape' ? stepOf(nodes, node.inputs[0]!) : name;
}

type Fusing = {
  /** By their outputs, in the order in which they can run. */
  readonly steps: Map<string, FrozenStep>;
  /** Layers that give what they are given. */
  readonly aliases: Map<string, string>;
  readonly readers: ReadonlyMap<string, number>;
};

function resolve({aliases}: Fusing, name: string): string {
  return aliases.get(name) ?? name;
}

/** How many layers read a layer's output; those asked for have one more, so that nothing swallows them. */
function countReaders(nodes: readonly BackboneNode[], outputs: readonly string[]): Map<string, number> {
  const readers = new Map<string, number>();
  const doing = nodes.filter(({kind}) => kind !== 'dropout' && kind !== 'reshape');
  for (const name of [...doing.flatMap(({inputs}) => inputs), ...outputs, ...outputs]) {
    const read = stepOf(nodes, name);
    readers.set(read, (readers.get(read) ?? 0) + 1);
  }

  return readers;
}

function addStep(fusing: Fusing, node: Doing, inputs: readonly string[]): void {
  const {steps, readers} = fusing;
  const summand = node.kind === 'add' ? inputs.findLast(name => canAdd(steps.get(name)?.work) && readers.get(name) === 1) : undefined;
  if (summand !== undefined) {
    const {inputs: own, work} = steps.get(summand)!;
    const others = inputs.filter(name => name !== summand);
    steps.delete(summand);
    steps.set(node.name, {output: node.name, inputs: [...own, ...others], work: {...work as ConvolutionWork, adds: true}});
    return;
  }

  const [before] = inputs;
  const previous = readers.get(before!) === 1 ? steps.get(before!) : undefined;
  const joined = previous && join(previous.work, node);
  if (joined) {
    steps.delete(before!);
    steps.set(node.name, {output: node.name, inputs: previous.inputs, work: joined});
  } else {
    steps.set(node.name, {output: node.name, inputs, work: workOf(node)});
  }
}

function canAdd(work: FrozenWork | undefined): boolean {
  return work?.kind === 'convolution' && work.node.kind === 'conv2d' && work.activation === 'linear' && !work.adds;
}

/** The work of a step and of the layer that reads it alone, where that is one. */
function join(work: FrozenWork, node: Doing): FrozenWork | undefined {
  if (node.kind === 'conv2d' || node.kind === 'depthwise_conv2d') {
    return work.kind === 'layer' && work.node.kind === 'zero_padding2d' ? {...convolutionOf(node), zeros: work.node.options} : undefined;
  }

  if (node.kind === 'batch_normalization' && work.kind === 'convolution' && work.activation === 'linear' && !work.normalisation && !work.adds) {
    return {...work, normalisation: node};
  }

  if (node.kind === 'activation' && (work.kind === 'convolution' || work.kind === 'sum') && work.activation === 'linear') {
    return {...work, activation: node.options.activation};
  }

  return isAffine(node) && work.kind === 'affine' ? {...work, nodes: [...work.nodes, node]} : undefined;
}

function workOf(node: Doing): FrozenWork {
  if (node.kind === 'conv2d' || node.kind === 'depthwise_conv2d') {
    return convolutionOf(node);
  }

  if (isAffine(node)) {
    return {kind: 'affine', nodes: [node]};
  }

  return node.kind === 'add' ? {kind: 'sum', activation: 'linear'} : {kind: 'layer', node};
}

function convolutionOf(node: NodeOf<'conv2d' | 'depthwise_conv2d'>): ConvolutionWork {
  const activation = node.kind === 'conv2d' ? node.options.activation : 'linear';
  return {kind: 'convolution', node, zeros: undefined, normalisation: undefined, adds: false, activation};
}

function isAffine(node: Doing): node is NodeOf<'rescaling' | 'normalization' | 'batch_normalization'> {
  return node.kind === 'rescaling' || node.kind === 'normalization' || node.kind === 'batch_normalization';
}
