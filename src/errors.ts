/** Something that the user can put right. Shown as message and hint, never as a stack; ends with exit code 2. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly code: ErrorCode;
  /** What to do about it. */
  readonly hint: string | undefined;

  constructor(code: ErrorCode, message: string, hint?: string, cause?: unknown) {
    super(message, {cause});
    this.code = code;
    this.hint = hint;
  }
}

/** Every code has a section in docs/errors.md; a test holds the two lists equal. */
export const errorCodes = [
  'cannot-read-file',
  'file-too-large',
  'not-text',
  'no-such-path',
  'no-experiments',
  'bad-override',
  'invalid-experiments',
  'dataset-not-found',
  'no-dataset-found',
  'unknown-dataset',
  'no-class-folders',
  'single-class',
  'empty-class',
  'no-folder-for-class',
  'nothing-validates',
  'unreadable-pictures',
  'picture-changed',
  'too-many-pixels',
  'download-failed',
  'not-a-zip',
  'incomplete-dataset',
  'no-compiler',
  'checksum-mismatch',
  'engine-not-provisioned',
  'engine-does-not-load',
  'loss-not-finite',
  'out-of-memory',
  'worker-died',
  'worker-hung',
  'worker-memory',
  'run-interrupted',
  'host-died',
  'run-held',
  'run-shared',
  'sweep-stopped',
  'run-folder-taken',
  'cannot-write-run',
  'cannot-write-runs',
  'no-results',
  'not-a-database',
  'newer-database',
  'bad-count',
  'unknown-run',
  'bad-condition',
  'unknown-column',
] as const;

export type ErrorCode = typeof errorCodes[number];

/** The catalogue: what ablate can tell a user, one factory a code, in the order of the stages. */
export const errors = {
  // Experiment files.
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

  // Data sets.
  datasetNotFound: (name: string, places: readonly string[], fetchable: boolean) => new UserError(
    'dataset-not-found',
    fetchable
      ? `data set ${name}: not found; looked in\n${places.map(place => `  ${place}`).join('\n')}`
      : `${name}: there is no such folder of photos`,
    fetchable
      ? `Fetch it with \`ablate data get ${name}\`, or set ABLATE_DATA to the folder that holds ${name}/.`
      : 'Check `dataset: {path: …}`: it is relative to the file that it stands in.',
  ),
  noDatasetFound: (known: readonly string[]) => new UserError(
    'no-dataset-found',
    `none of the data sets ${known.join(', ')} is on this machine`,
    'Fetch one with `ablate data get trashnet`, or name a folder of photos.',
  ),
  unknownDataset: (given: string, known: readonly string[]) => new UserError(
    'unknown-dataset',
    `data set ${given}: expected one of ${known.join(', ')}`,
    'Photos of your own need no fetching: name their folder in the file, `dataset: {path: ./photos}`.',
  ),
  noClassFolders: (root: string) => new UserError(
    'no-class-folders',
    `${root}: expected one folder a class, but it holds no folders`,
    'Put the photos of each class into a folder that bears its name.',
  ),
  singleClass: (root: string, name: string) => new UserError(
    'single-class',
    `${root}: expected two classes or more, but there is only ${name}`,
    'Name the folder that holds the class folders, not a class folder itself.',
  ),
  emptyClass: (root: string, names: readonly string[]) => new UserError(
    'empty-class',
    `${root}: no JPEG, PNG or WebP pictures in ${names.length === 1 ? 'the class folder' : 'the class folders'} ${names.join(', ')}`,
    'Add photos, or list the other folders under `dataset.classes`.',
  ),
  noFolderForClass: (root: string, name: string, folders: readonly string[]) => new UserError(
    'no-folder-for-class',
    `${root}: there is no folder for the class "${name}" (found: ${folders.join(', ')})`,
    'Correct `dataset.classes`, or add the folder.',
  ),
  nothingValidates: (dataset: string, share: number, largest: number) => new UserError(
    'nothing-validates',
    `${dataset}: split.validation ${share} of at most ${largest} photos a class leaves none to validate`,
    `Set split.validation to ${(Math.ceil(1000 / largest) / 1000)} or more, or add photos.`,
  ),
  unreadablePictures: (root: string, pictures: ReadonlyArray<{readonly path: string; readonly reason: string}>) => new UserError(
    'unreadable-pictures',
    `${root}: ${pictures.length === 1 ? 'a picture' : `${pictures.length} pictures`} cannot be read\n${
      pictures.map(picture => `  ${picture.path}: ${picture.reason}`).join('\n')}`,
    'Replace or remove them; `ablate data check` looks for all that are wrong.',
  ),
  pictureChanged: (file: string) => new UserError(
    'picture-changed',
    `${file}: changed while the run was being prepared`,
    'Start the run again once the data set rests.',
  ),
  tooManyPixels: (count: number, size: number, limit: number) => new UserError(
    'too-many-pixels',
    `${count} pictures of ${size}x${size} take ${gigabytes(count * size * size * 3)} of memory, and there are ${gigabytes(limit)}`,
    'Set a smaller image_size.',
  ),
  downloadFailed: (name: string, attempts: ReadonlyArray<{readonly source: string; readonly reason: string}>, cause?: unknown) => new UserError(
    'download-failed',
    `data set ${name}: could not be fetched\n${attempts.map(({source, reason}) => `  ${source}\n    ${reason}`).join('\n')}`,
    `Fetch the zip on another machine, then: ablate data get ${name} --from FILE.zip (a folder and a URL do as well).`,
    cause,
  ),
  notAZip: (source: string, why: string) => new UserError(
    'not-a-zip',
    `${source}: expected a zip of class folders, or a folder of them (${why})`,
    'Check that the download is whole, and that it is the zip and not a page about it.',
  ),
  incompleteDataset: (name: string, source: string, differences: readonly string[]) => new UserError(
    'incomplete-dataset',
    `data set ${name}: ${source} does not hold it\n${differences.map(difference => `  ${difference}`).join('\n')}`,
    'Use the published zip as it is; photos of your own go by `dataset: {path: ./photos}`.',
  ),

  // Engine.
  noCompiler: (platform: string) => new UserError(
    'no-compiler',
    'engine: no C++ compiler on the PATH (looked for c++, g++ and clang++; CXX can name another)',
    platform === 'darwin' ? 'Install one: `xcode-select --install`' : 'Install one: `sudo apt install g++` (Fedora: `sudo dnf install gcc-c++`)',
  ),
  checksumMismatch: (file: string, expected: string, actual: string) => new UserError(
    'checksum-mismatch',
    `${file}: expected SHA-256 ${expected}, got ${actual}`,
    'The file is not the one that was published, so it is not used. Try again; if it stays so, the network changes what it carries.',
  ),
  engineNotProvisioned: (tried: readonly string[]) => new UserError(
    'engine-not-provisioned',
    `engine: no TensorFlow could be had. Tried in this order:\n${tried.map(line => `  - ${line}`).join('\n')}`,
    'With network and Python\'s pip: `npx ablate doctor --mend`. Or name a folder: `ABLATE_TENSORFLOW=…/site-packages/tensorflow npx ablate doctor --mend`',
  ),
  engineDoesNotLoad: (origin: string, cause: unknown) => new UserError(
    'engine-does-not-load',
    `engine: TensorFlow (${origin}) does not load: ${(cause as Error).message}`,
    'Look what is missing with `npx ablate doctor`; make the engine anew with `npx ablate doctor --mend`.',
    cause,
  ),

  // Models and training.
  lossNotFinite: (loss: number, where: string) => new UserError(
    'loss-not-finite',
    `the loss became ${Number.isNaN(loss) ? 'NaN' : 'infinite'} in ${where}, so that nothing more could be learned`,
    'Lower optimizer.learning_rate, or check `preprocess`.',
  ),
  outOfMemory: (cause: unknown) => new UserError(
    'out-of-memory',
    `TensorFlow could not get the memory it asked for (${reason(cause)})`,
    'Lower batch_size or image_size.',
    cause,
  ),

  // Queue and store.
  workerDied: (runId: string, how: string, cause?: unknown) => new UserError('worker-died', how, seeLog(runId), cause),
  workerHung: (runId: string, silentMs: number) => new UserError('worker-hung', `the worker gave no sign of life for ${Math.round(silentMs / 1000)} s and was ended`, seeLog(runId)),
  workerMemory: (how: string) => new UserError('worker-memory', how, 'Run fewer at once (`--slots 1`), or make batch_size or image_size smaller.'),
  runInterrupted: () => new UserError('run-interrupted', 'stopped before its last epoch', trainAgain),
  hostDied: () => new UserError('host-died', 'ablate was ended while the run was going on', trainAgain),
  runHeld: (holder: string, lock: string) => new UserError('run-held', `is being trained by ${holder}`, `Wait for it. If that process is not ablate, delete ${lock}.`),
  runShared: (first: string) => new UserError('run-shared', `has the configuration, seed and pictures of ${first}, and shares its result`),
  sweepStopped: () => new UserError('sweep-stopped', 'not started, because the sweep was stopped', trainAgain),
  runFolderTaken: (folder: string) => new UserError(
    'run-folder-taken',
    `${folder}: holds the run of another configuration than its name says`,
    'Move the folder out of the runs folder.',
  ),
  cannotWriteRun: (folder: string, cause: unknown) => new UserError('cannot-write-run', `${folder}: cannot be written (${reason(cause)})`, 'Check its permissions and the space on its disk.', cause),
  cannotWriteRuns: (folder: string, cause: unknown) => new UserError(
    'cannot-write-runs',
    `${folder}: the database in it cannot be opened or written (${reason(cause)})`,
    'Check the permissions of the folder and of ablate.db* in it, and the space on its disk.',
    cause,
  ),
  noResults: (runsFolder: string) => new UserError('no-results', `${runsFolder}: holds no results, for nothing was trained here yet`, 'Train something first: `ablate run experiments/quickstart`.'),
  notADatabase: (file: string, cause: unknown) => new UserError(
    'not-a-database',
    `${file}: expected an SQLite database of ablate, got something else or a damaged one (${reason(cause)})`,
    'Move the file away; the next `ablate run` makes a new one.',
    cause,
  ),
  newerDatabase: (file: string, found: number, known: number) => new UserError(
    'newer-database',
    `${file}: was written by a newer ablate (its version is ${found}, this ablate knows ${known})`,
    'Use that ablate, or another runs folder.',
  ),

  // What is asked of commands.
  badCount: (option: string, given: string) => new UserError('bad-count', `${option} ${given}: expected a whole number of at least 1`, `For example: ${option} 2`),
  unknownRun: (given: string, near: readonly string[]) => new UserError(
    'unknown-run',
    `${given}: no one run has this id or row name${near.length > 0 ? `; there are ${near.join(', ')}` : ''}`,
    '`ablate status` lists the runs.',
  ),
  badCondition: (text: string) => new UserError(
    'bad-condition',
    `--where ${text}: expected a column, a comparison (= != < <= > >= ~) and a value`,
    'For example: --where "last>0.5" --where name~dropout',
  ),
  unknownColumn: (option: string, word: string, known: readonly string[]) => new UserError(
    'unknown-column',
    `${option} ${word}: the leaderboard has no such column`,
    `Columns: ${known.join(', ')}.`,
  ),
};

const trainAgain = 'Run the same command again to train it.';

function seeLog(runId: string): string {
  return `See what it printed: \`ablate logs ${runId}\`.`;
}

/** The short reason inside a caught value: `ENOENT`, or the message's first line. */
function reason(cause: unknown): string {
  const {code, message} = cause as {code?: string; message?: string};
  return code ?? message?.split('\n', 1)[0] ?? String(cause);
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`;
}
