import {distance} from 'fastest-levenshtein';
import type {ExperimentConfig} from '../domain/generated/experiment-config.js';
import {stageBeginnings} from '../model/backbones/stage-beginnings.js';
import {keyPlaceAt, placeAt} from './located.js';
import {graphOf, measureBackbone} from './measure-backbone.js';
import type {SpecProblem} from './problem.js';
import type {LocatedMap} from './source.js';
import {suggest} from './suggest.js';

type Known = {readonly name: string; readonly names: readonly string[]; readonly stages: readonly string[]; readonly trainable: number};

/** Whether the backbone can take the row's photos, and whether there is such a layer to train from. */
export function checkBackbone({model: {backbone}, image_size: size}: ExperimentConfig, tree: LocatedMap, wrong: ReadonlySet<string>): SpecProblem[] {
  if (!backbone) {
    return [];
  }

  const {problem, trainable} = measureBackbone(backbone, size);
  const graph = graphOf(backbone);
  const known = {name: backbone.name, names: graph.nodes.map(({name}) => name), stages: stageBeginnings(graph), trainable};
  const place = keyPlaceAt(tree, ['image_size']);
  return [
    ...(problem === undefined || wrong.has('image_size') ? [] : [{key: 'image_size', message: problem, place}]),
    ...(typeof backbone.trainable === 'string' ? checkLayer(backbone.trainable, known, tree) : []),
  ];
}

function checkLayer(layer: string, {name: backbone, names, stages, trainable}: Known, tree: LocatedMap): SpecProblem[] {
  const problem = (message: string): SpecProblem[] => {
    const path = ['model', 'backbone', 'trainable'];
    return [{key: path.join('.'), message, place: placeAt(tree, path)}];
  };

  if (!names.includes(layer)) {
    const meant = suggest(layer, likest(layer, names)) || suggestBeginning(layer, names);
    return problem(`${backbone} has no layer "${layer}".${meant || ` Its stages begin at ${stages.join(', ')}, by Keras' names.`}`);
  }

  return trainable === 0 ? problem(`no layer of ${backbone} from "${layer}" on has weights to train. Name an earlier one, or write \`false\`.`) : [];
}

/** The layers that begin as `word` does for longest: `conv5_block1_conv` is one of `conv5_block1`, however alike others' ends are. */
function likest(word: string, names: readonly string[]): readonly string[] {
  const lengths = names.map(name => [...word].findIndex((letter, index) => letter !== name[index]));
  const longest = lengths.includes(-1) ? word.length : Math.max(...lengths);
  return longest < 4 ? names : names.filter(name => name.startsWith(word.slice(0, longest)));
}

/** Long names are meant by how they begin: `conv5` is where the layers begin that begin so. */
function suggestBeginning(word: string, names: readonly string[]): string {
  const edits = names.map(name => distance(word.toLowerCase(), name.slice(0, word.length).toLowerCase()));
  const least = Math.min(...edits);
  return word.length >= 4 && least <= Math.max(1, Math.floor(word.length / 5)) ? ` Did you mean "${names[edits.indexOf(least)]!}"?` : '';
}
