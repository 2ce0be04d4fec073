import {hash} from 'node:crypto';
import type {Experiment} from '../domain/experiment.js';
import {canonicalJson} from './canonical-json.js';

/**
SHA-256 over a row's name and resolved configuration: another one means that its file has changed. Seeds are no part of
it, for another seed is more of the same row, nor is what a run may take.
*/
export function identifyExperiment({name, config: {seeds, resources, ...config}}: Experiment): string {
  return hash('sha256', `${name}\n${canonicalJson(config)}`);
}
