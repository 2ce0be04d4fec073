import {reason} from './reason.js';
import {UserError} from './user-error.js';

/** What can be wrong with stored results. */
export const resultErrors = {
  cannotWriteRuns: (folder: string, cause: unknown) => new UserError(
    'cannot-write-runs',
    `${folder}: the database in it cannot be opened or written (${reason(cause)})`,
    'Check the permissions of the folder and of ablate.db* and queue.db in it, and the space on its disk.',
    cause,
  ),
  damagedQueue: (folder: string, cause: unknown) => new UserError(
    'damaged-queue',
    `${folder}: queue.db, which tells who is at work, is damaged (${reason(cause)})`,
    'Whoever trains makes it anew, `ablate run` too. No result is in it.',
    cause,
  ),
  noResults: (runsFolder: string) => new UserError(
    'no-results',
    `${runsFolder}: holds no results, for nothing was trained here yet`,
    'Train something first, `ablate run FILES`, or name the folder that holds results: --runs FOLDER, or ABLATE_RUNS.',
  ),
  notADatabase: (file: string, cause: unknown) => new UserError(
    'not-a-database',
    `${file}: expected an SQLite database of ablate, got something else or a damaged one (${reason(cause)})`,
    '`ablate rebuild` makes it anew from the folders of the runs, and keeps this file beside it.',
    cause,
  ),
  lostDatabase: (folder: string) => new UserError(
    'lost-database',
    `${folder}: holds runs, but ablate.db, the database of what they found, is lost`,
    '`ablate rebuild` makes it anew from the folders of the runs; so does the next `ablate run`.',
  ),
  resultsGone: (folder: string) => new UserError(
    'results-gone',
    `${folder}: its results have gone, and what is shown is old: as it was when it was read last`,
    'Where the folder was moved, begin `ablate serve --runs FOLDER` there. What is trained here anew is shown once it is there.',
  ),
  runsInUse: (folder: string, holder: string) => new UserError(
    'runs-in-use',
    `${folder}: ${holder} is at work in it, so that its database cannot be made anew now`,
    'Wait for its end, or end it (Ctrl-C: nothing is lost), then do the same again.',
  ),
  newerDatabase: (file: string, found: number, known: number) => new UserError(
    'newer-database',
    `${file}: was written by a newer ablate (its version is ${found}, this ablate knows ${known})`,
    'Use that ablate, or another runs folder.',
  ),
  cannotWriteExport: (file: string, cause: unknown) => new UserError(
    'cannot-write-export',
    `${file}: cannot be written (${reason(cause)})`,
    'Name another folder: `-o FOLDER`.',
    cause,
  ),
  cannotTakeAway: (run: string, why: string) => new UserError(
    'cannot-take-away',
    `${run}: cannot be taken away: ${why}`,
    'docs/taking-away.md says what each form of `ablate export` can hold, and what it needs.',
  ),
  badQuery: (refused: string) => new UserError(
    'bad-query',
    `SQLite refused the query: ${refused}`,
    'One SELECT (or WITH, VALUES, EXPLAIN) is asked at a time. `ablate query` lists tables and columns; docs/queries.md has examples.',
  ),
  queryTooLong: (seconds: number) => new UserError(
    'query-too-long',
    `the query was ended after ${seconds} s`,
    'Give it more time, `--timeout 10m`, or ask for less.',
  ),
  queryDied: (how: string) => new UserError(
    'query-died',
    `the process of the query ${how}`,
    'It may have asked for more memory than a query is given, 1 GB, or than there is: ask for less.',
  ),
  cannotWriteReport: (file: string, cause: unknown) => new UserError(
    'cannot-write-report',
    `${file}: cannot be written (${reason(cause)})`,
    'Name another place: `-o`.',
    cause,
  ),
  notOfReport: (file: string) => new UserError(
    'not-of-report',
    `${file}: is there already, and no report of ablate wrote it`,
    'Name another folder (`-o`), or move that file away.',
  ),
  nothingToReport: () => new UserError('nothing-to-report', 'no row is stored yet, so that there is nothing to report', '`ablate run FILES` trains some.'),
  badWidth: (given: string) => new UserError('bad-picture', `--width ${given}: expected millimetres, 50 to 1000`, 'For example: --width 85'),
  badPictureFile: (file: string, known: readonly string[]) => new UserError(
    'bad-picture',
    `${file}: its ending names no kind of picture`,
    `Let it end in ${known.map(each => `.${each}`).join(', ')}.`,
  ),
  pictureTooLarge: (millimetres: number, most: number) => new UserError(
    'bad-picture',
    `the picture is ${millimetres.toLocaleString('en')} mm long, and a PNG of 300 dots an inch can be ${most.toLocaleString('en')} mm`,
    'Write it as .svg or .pdf, or draw fewer rows: `ablate plot board ROW…`.',
  ),
  lettersLacking: (file: string, letters: readonly string[]) => new UserError(
    'bad-picture',
    `${file}: the font of PDFs has no letters for ${letters.slice(0, 10).join(' ')}${letters.length > 10 ? ' …' : ''}`,
    'Let it end in .svg: that is shown with the fonts of whoever looks at it. A .png has the fonts of this machine.',
  ),
  tooManyLines: (lines: number, most: number) => new UserError(
    'bad-picture',
    `curves: ${lines} lines in one picture, of which ${most} can be told apart`,
    `Name ${most} rows at most, or make several pictures. On the page of \`ablate report\` rows can be shown and hidden.`,
  ),
  photosAway: (row: string, dataset: string) => new UserError(
    'nothing-to-plot',
    `grid: none of the photos of ${row} is on this machine, or all have changed since (${dataset})`,
    'Bring them back to where they were, or say where they are: ABLATE_DATA, the folder that holds data sets by their names. `ablate data list` says where they are looked for.',
  ),
  nothingToPlot: (what: string, lacking: string) => new UserError('nothing-to-plot', `${what}: ${lacking}`, '`ablate show` and `ablate status` say what is stored.'),
  nothingToExport: () => new UserError('nothing-to-export', 'no run has completed an epoch yet', '`ablate status` lists the runs.'),
};
