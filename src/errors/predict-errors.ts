import {reason} from './reason.js';
import {UserError} from './user-error.js';

/** What can keep photos from being answered, and what can be wrong with rules for sorting. */
export const predictErrors = {
  notTrained: (label: string, status: string) => new UserError(
    'not-trained',
    `${label}: has no trained network, for no run of it is done (${status})`,
    '`ablate status` lists the runs; `ablate run` with its file trains it, or goes on with it.',
  ),
  noBest: (dataset: string | undefined, datasets: readonly string[]) => new UserError(
    'no-best',
    dataset === undefined
      ? (datasets.length === 0 ? 'no run is done yet, so that none is best' : `which is best? There are results on ${datasets.join(', ')}`)
      : `no run on ${dataset} is done${datasets.length === 0 ? '' : `; there are results on ${datasets.join(', ')}`}`,
    datasets.length === 0 ? 'Train something first: `ablate run FILES`.' : `Say of which: --run best:${datasets[0]!}, or name a row: --run ROW`,
  ),
  modelUnusable: (folder: string, why: unknown) => new UserError(
    'model-unusable',
    `${folder}: the network that the run saved there cannot be used (${typeof why === 'string' ? why : reason(why)})`,
    'Take another run, --run, or the other epoch, --epoch; a run is trained anew where its folder was deleted and `ablate rebuild` called.',
    typeof why === 'string' ? undefined : why,
  ),
  otherWeights: (runId: string, file: string) => new UserError(
    'other-weights',
    `${runId}: its backbone began from other weights than ${file} holds now`,
    'Put the file back that it was trained with: with other weights its answers would mean nothing.',
  ),
  predictionDied: (how: string) => new UserError(
    'prediction-died',
    `the process that answers photos ${how}`,
    'Killed, it mostly asked for more memory than there is: wait for other runs to end. What it printed stands above.',
  ),
  noPhotos: (where: 'standard input' | 'an empty word') => new UserError(
    'no-photos',
    `${where}: names no photo`,
    where === 'an empty word' ? 'It is mostly a variable that is not set. All pictures in this folder and below are `ablate predict .`' : 'Name photos, folders or patterns: `ablate predict photos/ more/*.jpg`, or `-` and a path a line on standard input.',
  ),
  unknownRules: (given: string, known: readonly string[], suggestion: string) => new UserError(
    'unknown-rules',
    `--rules ${given}: there is no such file, and ablate has no rules of this name.${suggestion}`,
    `Name a file, or one of ${known.join(', ')}. docs/predict.md says how such a file is written.`,
  ),
  invalidRules: (explained: readonly string[]) => new UserError(
    'invalid-rules',
    `${explained.join('\n\n')}\n\n${explained.length === 1 ? '1 problem' : `${explained.length} problems`}.`,
  ),
  unknownLanguage: (language: string, label: string, known: readonly string[]) => new UserError(
    'unknown-language',
    `--lang ${language}: the rules ${label} are in ${known.join(', ')}`,
    'Take one of these, or add the language to a file of your own: --rules FILE.',
  ),
  languageWithoutRules: (language: string) => new UserError(
    'unknown-language',
    `--lang ${language}: there are no rules that could be in it`,
    'Say by which: --rules china, trashnet or a file.',
  ),
  cannotWriteGrid: (file: string, why: unknown) => new UserError(
    'cannot-write-grid',
    `${file}: cannot be written (${typeof why === 'string' ? why : reason(why)})`,
    'Name another file: --grid FILE.png.',
    typeof why === 'string' ? undefined : why,
  ),
};
