import {reason} from './reason.js';
import {UserError} from './user-error.js';

/** What can be wrong with a backbone's weights. */
export const modelErrors = {
  unreadableWeights: (file: string, cause: unknown) => new UserError(
    'unreadable-weights',
    `${file}: cannot be read as weights (${typeof cause === 'string' ? cause : reason(cause)})`,
    'model.backbone.weights takes what Keras 2 writes with `save_weights(\'….h5\')` or `save(\'….h5\')`, or the model.json of a tfjs layers model with its shards beside it.',
    typeof cause === 'string' ? undefined : cause,
  ),
  weightsChanged: (file: string) => new UserError(
    'weights-changed',
    `${file}: changed since the run was planned`,
    'Start the run again once nothing writes to the file: it is then another run, with the weights that are there.',
  ),
  foreignWeights: (file: string, backbone: string, {missing, expected, got}: MissingLayer) => new UserError(
    'foreign-weights',
    `${file}: not the weights of ${backbone}: expected ${expected} layers with weights but got ${got}, and none is called ${missing}`,
    'Check model.backbone.name, or name another file.',
  ),
  misshapenWeight: (file: string, weight: string, {as, expected, got}: Misshapen) => new UserError(
    'foreign-weights',
    `${file}: ${weight}: expected the shape ${expected.join('x')} but got ${got === undefined ? 'nothing' : got.join('x') || 'one number'}${
      weight.startsWith(`${as}/`) ? '' : ` (layer ${as} of the file)`}`,
    'Check model.backbone.name, or name another file.',
  ),
};

/** One of the layers that a file lacks, and how many it should have and has. */
type MissingLayer = {readonly missing: string; readonly expected: number; readonly got: number};

/** What a weight's layer is called in the file, and its shapes. */
type Misshapen = {readonly as: string; readonly expected: readonly number[]; readonly got: readonly number[] | undefined};
