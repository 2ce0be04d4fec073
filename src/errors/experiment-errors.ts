import {printableLine} from './printable.js';
import {reason} from './reason.js';
import {UserError} from './user-error.js';

/** What can be wrong with experiment files. */
export const experimentErrors = {
  cannotReadFile: (file: string, cause: unknown) => new UserError(
    'cannot-read-file',
    `${file}: cannot be read (${reason(cause)})`,
    'Check the path and its permissions.',
    cause,
  ),
  noSuchPath: (given: string, nearest: string) => new UserError(
    'no-such-path',
    `${given}: there is no such file or folder.${nearest}`,
    'Give experiment files, or folders that hold them: `ablate validate experiments`.',
  ),
  cannotLookInto: (folder: string, cause: unknown) => new UserError(
    'cannot-read-file',
    `${folder}: cannot be read (${reason(cause)})`,
    'Name the folder that holds your experiments, or check the permissions of this one.',
    cause,
  ),
  noWorkingFolder: (cause: unknown) => new UserError(
    'cannot-read-file',
    'the folder that ablate was called in cannot be used: it was deleted, or its permissions were taken away',
    'Go to one that is there: `cd` to it, and call again.',
    cause,
  ),
  noExperiments: (folder: string, leftOut: ReadonlyArray<{readonly file: string; readonly why: 'results' | 'parent'}>) => new UserError(
    'no-experiments',
    `${folder}: no experiment files (*.yaml) in this folder${leftOut.length === 0 ? '' : ' that count'}`,
    whyNone(folder, leftOut) ?? 'Name the folder that holds them: `ablate validate experiments`.',
  ),
  badOverride: (text: string) => new UserError(
    'bad-override',
    `--set ${text}: expected a dotted key, "=" and a value`,
    'For example: --set optimizer.learning_rate=0.001',
  ),
  overrideWithoutValue: (text: string) => new UserError(
    'bad-override',
    `--set ${text}: the value is missing`,
    'Give a value, or `null` to take the inherited one away.',
  ),
  overrideNotYaml: (text: string, why: string) => new UserError(
    'bad-override',
    `--set ${text}: the value is not valid YAML: ${why}`,
    'Quote it for the shell: --set \'seeds=[0, 1, 2]\'',
  ),
  overrideOfFile: (text: string, key: string) => new UserError(
    'bad-override',
    `--set ${text}: \`${key}\` can only stand in a file`,
    key === 'matrix' ? 'Give one value a call, or write a file with a `matrix`.' : 'Name the file that you mean, or write one that extends it.',
  ),
  overrideBelowList: (text: string, why: string) => new UserError(
    'bad-override',
    `--set ${text}: ${why}`,
    'Write a file that extends this one and gives the whole list.',
  ),
  badHistory: (place: string, what: string, hint: string, cause?: unknown) => new UserError(
    'bad-history',
    printableLine(`${place} ${what}`),
    hint,
    cause,
  ),
  invalidExperiments: (explained: readonly string[]) => new UserError(
    'invalid-experiments',
    `${explained.join('\n\n')}\n\n${explained.length === 1 ? '1 problem' : `${explained.length} problems`}.`,
  ),
};

function whyNone(folder: string, leftOut: ReadonlyArray<{readonly file: string; readonly why: 'results' | 'parent'}>): string | undefined {
  const results = leftOut.find(({why}) => why === 'results');
  if (results) {
    const holder = results.file === folder ? 'It' : results.file;
    return `${holder} holds results (ablate.db), and what lies beside them are no new rows. Name the folder of your experiments: \`ablate validate experiments\`.`;
  }

  return leftOut.length === 0 ? undefined : `Files whose name begins with \`_\`, as ${leftOut[0]!.file}, are parents only. Name such a file itself, or write one that extends it.`;
}
