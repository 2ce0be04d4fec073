import type {ExperimentConfig} from '../domain/generated/experiment-config.js';
import {addBackbone} from './add-backbone.js';
import {addHead} from './add-head.js';
import {GraphOfLayers} from './graph-of-layers.js';
import {preprocessings} from './pixel-affinity.js';
import type {TakenNetwork, TakenWeight} from './taken-network.js';

/** The parts of a trained network. */
export type NetworkParts = {
  readonly config: Pick<ExperimentConfig, 'model' | 'image_size' | 'preprocess'>;
  /** How many. */
  readonly classes: number;
  /** Of the model that the run saved, by its names. */
  readonly saved: ReadonlyMap<string, TakenWeight>;
  /** Of a frozen backbone, which no run saves, by Keras' names; a trained one's are among the saved. */
  readonly frozen?: ReadonlyMap<string, TakenWeight>;
  /** Whether a backbone's weights are from a file, not drawn. */
  readonly pretrained: boolean;
};

/** Puts them together: what is done to pixels, the backbone, and the layers behind it. */
export function takeNetwork({config, classes, saved, frozen, pretrained}: NetworkParts): TakenNetwork {
  const {model: {backbone, layers}, image_size: size, preprocess} = config;
  const graph = new GraphOfLayers(size);
  const pixels = preprocessings[preprocess];
  const first = backbone
    ? addBackbone(graph, {...backbone, pretrained, size, pixels, weights: frozen ?? weightsBelow(saved, backbone.name)})
    : graph.addAffinity('preprocess', pixels);
  addHead(graph, first, {layers, classes, isFrozen: backbone?.trainable === false, weights: headWeights(saved, backbone?.name)});
  return {size, layers: graph.layers};
}

function weightsBelow(saved: ReadonlyMap<string, TakenWeight>, folder: string): Map<string, TakenWeight> {
  return new Map([...saved].filter(([name]) => name.startsWith(`${folder}/`)).map(([name, weight]) => [name.slice(folder.length + 1), weight]));
}

/** Layers side by side are saved below their common name; their own names are told apart all the same. */
function headWeights(saved: ReadonlyMap<string, TakenWeight>, backbone: string | undefined): Map<string, TakenWeight> {
  const own = [...saved].filter(([name]) => backbone === undefined || !name.startsWith(`${backbone}/`));
  return new Map(own.map(([name, weight]) => [name.split('/').slice(-2).join('/'), weight]));
}
