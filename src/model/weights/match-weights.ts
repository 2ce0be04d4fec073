import type {BackboneGraph} from '../../domain/backbone.js';
import {errors} from '../../errors.js';
import {traceGraph, type NodeWeight} from '../backbones/trace-graph.js';
import {formerName} from './former-name.js';
import type {StoredLayer, StoredWeight, StoredWeights} from './stored-weights.js';

type ExpectedLayer = {readonly name: string; readonly weights: readonly NodeWeight[]};

/**
Which of a file's arrays is which weight of the graph, `conv1_conv/kernel`. Layers are found by their names, today's or those that
Keras once gave them; where a name is missing and the file keeps Keras' order, all by that, as Keras loads a file: InceptionV3's layers are counted
on from whatever the session had built before. Throws where a layer is missing or an array has another shape.
*/
export function matchWeights(file: string, graph: BackboneGraph, stored: StoredWeights): Map<string, StoredWeight> {
  const expected = traceGraph(graph, graph.minimumSize)
    .filter(({weights}) => weights.length > 0)
    .map(({node: {name}, weights}) => ({name, weights}));
  const found = findByName(graph, expected, stored.layers) ?? findByOrder(file, graph, expected, stored);
  return new Map(expected.flatMap((layer, index) => matchLayer(file, layer, found[index]!)));
}

function findByName({name: backbone}: BackboneGraph, expected: readonly ExpectedLayer[], stored: readonly StoredLayer[]): StoredLayer[] | undefined {
  const byName = new Map(stored.map(layer => [layer.name, layer]));
  const found = expected.map(({name}) => byName.get(name) ?? byName.get(formerName(backbone, name) ?? ''));
  return found.every(layer => layer !== undefined) ? found : undefined;
}

function findByOrder(
  file: string,
  {name}: BackboneGraph,
  expected: readonly ExpectedLayer[],
  {layers, isInOrder}: StoredWeights,
): readonly StoredLayer[] {
  // A classifier's last layers may follow.
  if (!isInOrder || layers.length < expected.length) {
    const known = new Set(layers.map(layer => layer.name));
    throw errors.foreignWeights(file, name, {
      missing: expected.find(layer => !known.has(layer.name))!.name,
      expected: expected.length,
      got: layers.length,
    });
  }

  return layers;
}

function matchLayer(file: string, {name, weights}: ExpectedLayer, stored: StoredLayer): Array<[string, StoredWeight]> {
  const byName = new Map(stored.weights.map(weight => [weight.name, weight]));
  // Old files call a weight `conv1_W`; its place says which it is.
  const found = weights.every(weight => byName.has(weight.name)) ? weights.map(weight => byName.get(weight.name)!) : stored.weights;
  return weights.map((weight, index) => {
    const match = found[index];
    if (match?.shape.join('x') !== weight.shape.join('x')) {
      throw errors.misshapenWeight(file, `${name}/${weight.name}`, {as: stored.name, expected: weight.shape, got: match?.shape});
    }

    return [`${name}/${weight.name}`, match];
  });
}
