import type {MissingWeights} from '../domain/weights.js';
import {reason} from './reason.js';
import {UserError} from './user-error.js';

/** Weights that are missing, and the rows that begin from them, where it is rows that do. */
export type WantedWeights = MissingWeights & {readonly rows?: readonly string[]};

/** What can be wrong with the weights that backbones begin from, and with fetching them. */
export const weightsErrors = {
  missingWeights: (missing: readonly WantedWeights[]) => new UserError(
    'missing-weights',
    missing.map(each => describeMissing(each)).join('\n'),
    missing.map(each => mend(each)).join('\n  '),
  ),
  unknownBackbone: (given: string, known: readonly string[]) => new UserError(
    'unknown-backbone',
    `${given}: expected one of ${known.join(', ')}`,
    'Weights of your own need no fetching: name their file in the experiment, `weights: ./resnet50.h5`.',
  ),
  weightsNotFetched: (name: string, attempts: ReadonlyArray<{readonly source: string; readonly reason: string}>, byHand: ByHand) => new UserError(
    'weights-not-fetched',
    `weights of ${name}: could not be had\n${attempts.map(({source, reason: why}) => `  ${source}\n    ${why}`).join('\n')}`,
    `Fetch ${byHand.address} on another machine, then: ablate weights get ${name} --from FILE (a folder and a URL do as well),\n`
    + `  or put it in place yourself: ${byHand.target}`,
  ),
  cannotWriteCache: (folder: string, cause: unknown) => new UserError(
    'cannot-write-cache',
    `${folder}: cannot be written (${reason(cause)})`,
    'Check its permissions and the space on its disk, or name another cache: `export ABLATE_CACHE=FOLDER`.',
    cause,
  ),
};

/** How a file comes into its place without ablate. */
type ByHand = {readonly address: string; readonly target: string};

function describeMissing({backbone, named, looked, refused, rows}: WantedWeights): string {
  const wanted = rows === undefined ? '' : `, and ${rows.join(', ')} ${rows.length === 1 ? 'begins' : 'begin'} from them`;
  if (named !== undefined) {
    return `${named}: cannot be taken for weights of ${backbone}: ${refused[0]?.reason}${wanted.replace('from them', 'from it')}`;
  }

  return [
    `weights of ${backbone}: not on this machine${wanted}`,
    `  looked for${looked.length > 1 ? ', any one of them does' : ''}:`,
    ...looked.map(file => `    ${file}`),
    ...refused.map(({file, reason: why}) => `  there, but not it: ${file}: ${why}`),
  ].join('\n');
}

function mend({backbone, named, refused, address}: WantedWeights): string {
  if (named !== undefined) {
    return 'Correct `model.backbone.weights`: `imagenet`, `none`, or a .h5 or model.json, relative to the file that it stands in.';
  }

  const own = refused.length === 0 ? '' : ' A file of other weights goes by its path, `weights: FILE`.';
  return `Fetch them: \`ablate weights get ${backbone}\`. Without network: bring ${address} here from another machine, `
    + `and put it, under its name, in one of these places, or name it: \`ablate weights get ${backbone} --from FILE\`.${own}`;
}
