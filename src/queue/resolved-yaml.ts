import {Document} from 'yaml';
import type {PlannedRun} from '../domain/planned-run.js';

/** A run's resolved configuration as an experiment file of its own, which trains the same again. */
export function resolvedYaml(run: PlannedRun): string {
  // Each layer has its rate by now, and a rate that no layer takes would be a mistake.
  const {name, file, description, config: {dropout, ...config}, published} = run.experiment;
  const document = new Document({
    name,
    ...(description !== undefined && {description}),
    ...config,
    seeds: [run.seed],
    ...(published && {published}),
  }, {aliasDuplicateObjects: false});
  document.commentBefore = [`The run ${run.id}, of ${file}, with every default filled in.`, `Fingerprint ${run.fingerprint}.`]
    .map(line => ` ${line.replaceAll(/\s+/gv, ' ')}`).join('\n');
  return document.toString({lineWidth: 120});
}
