import type {Experiment} from '../domain/experiment.js';
import {backboneGraph} from '../model/backbones.js';

/**
A note for rows that show ImageNet's weights other pixels than these were trained on: one for each network and preprocessing. It is no
error, since rows may mean to, and else nothing says so but a poor score.
*/
export function preprocessNotes(experiments: readonly Experiment[]): string[] {
  const files = new Map<string, Set<string>>();
  for (const {file, config} of experiments) {
    const mistake = describe(config);
    if (mistake !== undefined) {
      files.set(mistake, (files.get(mistake) ?? new Set()).add(file));
    }
  }

  return [...files].map(([mistake, named]) => `note: ${listFiles([...named])}: ${mistake}`);
}

function describe({model: {backbone}, preprocess}: Experiment['config']): string | undefined {
  if (backbone?.weights !== 'imagenet') {
    return undefined;
  }

  const {name, preprocess: expected} = backboneGraph(backbone.name);
  return preprocess === expected ? undefined : `${name}'s ImageNet weights expect \`preprocess: ${expected}\`, but here it is \`${preprocess}\`.`;
}

function listFiles(files: readonly string[]): string {
  const [last, ...others] = files.toReversed();
  if (files.length > 4) {
    return `${files.slice(0, 3).join(', ')} and ${files.length - 3} others`;
  }

  return others.length === 0 ? last! : `${others.toReversed().join(', ')} and ${last!}`;
}
