import type {ExperimentConfig, Layer} from '../../domain/generated/experiment-config.js';
import type {NetworkBlock, NetworkDrawing} from '../../report/page/report-data.js';
import {traceGraph, type TracedNode} from '../../model/backbones/trace-graph.js';
import {stageBeginnings} from '../../model/backbones/stage-beginnings.js';
import {inferShapes, type LayerShape} from '../../spec/infer-shapes.js';
import {graphOf} from '../../spec/measure-backbone.js';

type Backbone = NonNullable<ExperimentConfig['model']['backbone']>;

/** A row's network, layer by layer; of a backbone its stages. */
export function describeNetwork({model, image_size: size}: ExperimentConfig, classes: number): NetworkDrawing {
  const shapes = inferShapes(model, size, classes);
  const sum = (key: 'parameters' | 'trainable' | 'multiplications') => shapes.reduce((total, shape) => total + shape[key], 0);
  const [layers, stages] = model.backbone ? [shapes.slice(1), stagesOf(model.backbone, size)] : [shapes, []];
  return {
    input: [size, size, 3],
    blocks: [...stages, ...layers.map((shape, index) => blockOf(shape, model.layers[index]!))],
    parameters: sum('parameters'),
    trainable: sum('trainable'),
    multiplications: sum('multiplications'),
  };
}

function blockOf({kind, output, parameters, trainable}: LayerShape, layer: Layer): NetworkBlock {
  const branches = (layer.concatenate ?? []).map(branch => Object.keys(branch)[0]!);
  return {title: kind, detail: detailOf(layer), output: output ?? [], parameters, trainable, branches};
}

function detailOf({conv2d, max_pooling2d: max, average_pooling2d: average, dense, dropout, activation}: Layer): string {
  const parts = [
    conv2d && `${conv2d.filters} of ${conv2d.kernel_size}×${conv2d.kernel_size}`,
    (max ?? average) && `${(max ?? average)!.pool_size}×${(max ?? average)!.pool_size}`,
    dense && String(dense.units),
    dropout !== undefined && String(dropout),
    activation !== undefined && JSON.stringify(activation).replaceAll(/[\{\}":]|function/gv, ''),
    actingAs(conv2d?.activation ?? dense?.activation),
  ];
  return parts.filter(Boolean).join(', ');
}

function actingAs(activation: string | undefined): string {
  return activation === undefined || activation === 'linear' ? '' : activation;
}

/** What comes before the first stage belongs to it. */
function stagesOf(backbone: Backbone, size: number): NetworkBlock[] {
  const graph = graphOf(backbone);
  const traced = traceGraph(graph, size);
  const named = typeof backbone.trainable === 'string' ? graph.nodes.findIndex(({name}) => name === backbone.trainable) : undefined;
  const firstTrained = named ?? (backbone.trainable ? 0 : traced.length);
  const beginnings = stageBeginnings(graph);
  const starts = [0, ...beginnings.slice(1).map(name => graph.nodes.findIndex(node => node.name === name))];
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? traced.length;
    const nodes = traced.slice(start, end);
    return {
      title: backbone.name,
      detail: `${beginnings[index] ?? ''}, ${nodes.length} layers`.replace(/^, /v, ''),
      output: nodes.at(-1)!.output,
      parameters: weightsIn(nodes, () => true),
      trainable: weightsIn(traced.slice(Math.max(start, firstTrained), Math.max(end, firstTrained)), trains => trains),
      branches: [],
    };
  });
}

function weightsIn(nodes: readonly TracedNode[], counts: (trainable: boolean) => boolean): number {
  return nodes
    .flatMap(({weights}) => weights.filter(({trainable}) => counts(trainable)))
    .reduce((total, {shape}) => total + shape.reduce((product, length) => product * length, 1), 0);
}
