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
  fileTooLarge: (file: string, bytes: number, limit: number) => new UserError(
    'file-too-large',
    `${file}: ${bytes} bytes are too many for an experiment file (at most ${limit})`,
    'Check that this is the file you meant.',
  ),
  notText: (file: string) => new UserError('not-text', `${file}: is not UTF-8 text`, 'Save it as UTF-8.'),
  noSuchPath: (given: string, nearest: string) => new UserError(
    'no-such-path',
    `${given}: there is no such file or folder.${nearest}`,
    'Give experiment files, or folders that hold them: `ablate validate experiments`.',
  ),
  noExperiments: (folder: string) => new UserError(
    'no-experiments',
    `${folder}: no experiment files (*.yaml) in this folder`,
    'Files whose name begins with `_` are parents only and do not count.',
  ),
  badOverride: (text: string) => new UserError(
    'bad-override',
    `--set ${text}: expected a dotted key, "=" and a value`,
    'For example: --set optimizer.learning_rate=0.001',
  ),
  invalidExperiments: (explained: readonly string[]) => new UserError(
    'invalid-experiments',
    `${explained.join('\n\n')}\n\n${explained.length === 1 ? '1 problem' : `${explained.length} problems`}.`,
  ),
};
