import type {ExperimentConfig} from '../domain/generated/experiment-config.js';
import {leadingPoolings} from '../model/backbones/leading-poolings.js';
import {placeAt} from './located.js';
import type {SpecProblem} from './problem.js';
import type {LocatedMap} from './source.js';

/** Whether there are features to keep where a row says how often to look: of a frozen backbone, and pooled. */
export function checkFeatures({model: {backbone, layers}}: ExperimentConfig, tree: LocatedMap): SpecProblem[] {
  const written = tree.entries.get('features')?.value;
  if (!written) {
    return [];
  }

  const isInherited = written.place.source.path !== undefined && written.place.source !== tree.place.source;
  const remedy = isInherited ? 'Take the inherited one away by `features: null`' : 'Take this key away';
  const message = describe(backbone, written.kind === 'map' && !leadingPoolings(layers), remedy);
  return message === undefined ? [] : [{key: 'features', message, place: placeAt(tree, ['features'])}];
}

function describe(backbone: ExperimentConfig['model']['backbone'], isUnpooled: boolean, remedy: string): string | undefined {
  if (!backbone) {
    return `there is no backbone whose features could be kept. ${remedy}, or add model.backbone.`;
  }

  if (backbone.trainable !== false) {
    return `the backbone trains, so that its features change with every step. ${remedy}, or freeze it by trainable: false.`;
  }

  return isUnpooled
    ? `features are kept only pooled. ${remedy}, write \`features: exact\`, or begin model.layers with global_average_pooling2d or global_max_pooling2d.`
    : undefined;
}
