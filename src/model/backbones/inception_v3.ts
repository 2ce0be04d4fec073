import type {BackboneGraph, Window} from '../../domain/backbone.js';
import {GraphBuilder} from './graph-builder.js';

/** A convolution of a branch: filters, its window's height and width, and how it stands. */
type Link = readonly [filters: number, height: number, width: number, rest?: Partial<Pick<Window, 'strides' | 'padding'>>];

const reducing = {strides: 2, padding: 'valid'} as const;

/** InceptionV3 (Szegedy, Vanhoucke, Ioffe, Shlens and Wojna, 2016): `[n, 299, 299, 3]` → `[n, 8, 8, 2048]`. */
export function inceptionV3(): BackboneGraph {
  const graph = new GraphBuilder();
  const stem = addStem(graph);
  const narrow = [32, 64, 64].reduce((input, pooled, index) => addNarrow(graph, input, `mixed${index}`, pooled), stem);
  const smaller = addReduction(graph, narrow, 'mixed3', [[384, 3, 3, reducing]], [[64, 1, 1], [96, 3, 3], [96, 3, 3, reducing]]);
  const long = [128, 160, 160, 192].reduce((input, filters, index) => addLong(graph, input, `mixed${index + 4}`, filters), smaller);
  const beside: Link[] = [[192, 1, 1], [192, 1, 7], [192, 7, 1], [192, 3, 3, reducing]];
  const smallest = addReduction(graph, long, 'mixed8', [[192, 1, 1], [320, 3, 3, reducing]], beside);
  // The first inner concatenation of each block has a name, the second has not.
  [0, 1].reduce((input, index) => addWide(graph, input, index), smallest);
  return {name: 'inception_v3', preprocess: 'tf', minimumSize: 75, nodes: graph.finish()};
}

function addStem(graph: GraphBuilder): string {
  const input = graph.add('input', [], undefined, 'input_1');
  const first = addChain(graph, input, [[32, 3, 3, reducing], [32, 3, 3, {padding: 'valid'}], [64, 3, 3]]);
  const pooled = graph.add('max_pooling2d', [first], {size: [3, 3], ...reducing});
  const second = addChain(graph, pooled, [[80, 1, 1, {padding: 'valid'}], [192, 3, 3, {padding: 'valid'}]]);
  return graph.add('max_pooling2d', [second], {size: [3, 3], ...reducing});
}

/** Figure 5 of the paper, with a 5x5 in place of one pair of 3x3. */
function addNarrow(graph: GraphBuilder, input: string, name: string, pooled: number): string {
  const branches = [
    addChain(graph, input, [[64, 1, 1]]),
    addChain(graph, input, [[48, 1, 1], [64, 5, 5]]),
    addChain(graph, input, [[64, 1, 1], [96, 3, 3], [96, 3, 3]]),
    addPooled(graph, input, pooled),
  ];
  return graph.add('concatenate', branches, undefined, name);
}

/** Figure 6: 7x7 windows as a row after a column. */
function addLong(graph: GraphBuilder, input: string, name: string, filters: number): string {
  const branches = [
    addChain(graph, input, [[192, 1, 1]]),
    addChain(graph, input, [[filters, 1, 1], [filters, 1, 7], [192, 7, 1]]),
    addChain(graph, input, [[filters, 1, 1], [filters, 7, 1], [filters, 1, 7], [filters, 7, 1], [192, 1, 7]]),
    addPooled(graph, input, 192),
  ];
  return graph.add('concatenate', branches, undefined, name);
}

/** Figure 7: rows and columns side by side. */
function addWide(graph: GraphBuilder, input: string, index: number): string {
  const single = addChain(graph, input, [[320, 1, 1]]);
  const short = addForked(graph, addChain(graph, input, [[384, 1, 1]]), `mixed9_${index}`);
  const double = addForked(graph, addChain(graph, input, [[448, 1, 1], [384, 3, 3]]));
  return graph.add('concatenate', [single, short, double, addPooled(graph, input, 192)], undefined, `mixed${9 + index}`);
}

function addForked(graph: GraphBuilder, input: string, name?: string): string {
  const [row, column] = [addChain(graph, input, [[384, 1, 3]]), addChain(graph, input, [[384, 3, 1]])];
  return graph.add('concatenate', [row, column], undefined, name);
}

/** Figure 10: halves height and width. */
function addReduction(graph: GraphBuilder, input: string, name: string, ...chains: Array<readonly Link[]>): string {
  const branches = chains.map(links => addChain(graph, input, links));
  return graph.add('concatenate', [...branches, graph.add('max_pooling2d', [input], {size: [3, 3], ...reducing})], undefined, name);
}

function addPooled(graph: GraphBuilder, input: string, filters: number): string {
  const pooled = graph.add('average_pooling2d', [input], {size: [3, 3], strides: 1, padding: 'same'});
  return addChain(graph, pooled, [[filters, 1, 1]]);
}

function addChain(graph: GraphBuilder, start: string, links: readonly Link[]): string {
  return links.reduce((input, [filters, height, width, rest]) => {
    const window = {size: [height, width] as const, strides: 1, padding: 'same' as const, ...rest};
    const convolved = graph.add('conv2d', [input], {...window, filters, bias: false, activation: 'linear', initializer: 'glorot_uniform'});
    const normalised = graph.add('batch_normalization', [convolved], {epsilon: 1e-3, momentum: 0.99, scale: false});
    return graph.add('activation', [normalised], {activation: 'relu'});
  }, start);
}
