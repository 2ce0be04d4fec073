import {reason} from './reason.js';
import {UserError} from './user-error.js';

/** What can be wrong with what is asked of a command. */
export const commandErrors = {
  badCount: (option: string, given: string) => new UserError(
    'bad-count',
    `${option} ${given}: expected a whole number of at least 1`,
    `For example: ${option} 2`,
  ),
  badPort: (given: string) => new UserError('bad-port', `--port ${given}: expected a number from 0 to 65535`, 'For example: --port 8642; 0 takes any that is free'),
  badHost: (option: string, given: string) => new UserError(
    'bad-host',
    `${option} ${given}: expected the name of a machine, or an IP address`,
    option === '--host' ? 'For example: --host 0.0.0.0. A port is given by `--port`.' : `For example: ${option} sweeps.example. Each name is given by itself.`,
  ),
  cannotListen: (place: string, cause: unknown) => new UserError(
    'cannot-listen',
    `${place}: the server cannot listen there (${reason(cause)})`,
    (cause as {code?: unknown}).code === 'EADDRINUSE'
      ? 'Another program does, perhaps an `ablate serve`. `--port 0` takes any port that is free.'
      : 'Name another one: `--port NUMBER`, `--host NAME`.',
    cause,
  ),
  badMinutes: (option: string, given: string) => new UserError(
    'bad-minutes',
    `${option} ${given}: expected minutes, 0 or more`,
    `For example: ${option} 0.5`,
  ),
  badDuration: (option: string, given: string) => new UserError(
    'bad-duration',
    `${option} ${given}: expected seconds, or a number with s, m, h or d`,
    `For example: ${option} 30m`,
  ),
  badShare: (option: string, given: string) => new UserError(
    'bad-share',
    `${option} ${given}: expected a number above 0 and below 1`,
    `For example: ${option} 0.2`,
  ),
  unknownRun: (given: string, near: readonly string[]) => new UserError(
    'unknown-run',
    near.length === 0 ? `${given}: no run has this id, and no row this name` : `${given}: several runs begin so: ${near.join(', ')}`,
    '`ablate status` lists the runs.',
  ),
  severalRows: (given: string, names: readonly string[]) => new UserError(
    'unknown-run',
    `${given}: holds several rows: ${names.join(', ')}`,
    'Name one of them.',
  ),
  notRun: (name: string, file: string) => new UserError('unknown-run', `${name}: was not run yet, so that there is nothing to show`, `\`ablate run ${file}\` trains it.`),
  runDone: (run: string) => new UserError('run-done', `${run}: is done, and its result stands`, 'Another seed, or another configuration, is another run.'),
  runChanged: (runs: readonly string[]) => new UserError(
    'run-changed',
    `${runs.join(', ')}: the photos, the weights or the file changed since, so that it would be another run today`,
    '`ablate run` with its file trains it as it is now.',
  ),
  nothingToRetry: () => new UserError('nothing-to-retry', 'no run has failed', '`ablate status` lists the runs.'),
  badCondition: (text: string) => new UserError(
    'bad-condition',
    `--where ${text}: expected a column, a comparison (= != < <= > >= ~) and a value`,
    'For example: --where "last>0.5" --where name~dropout',
  ),
  badConditionValue: (text: string, column: string, expected: string) => new UserError(
    'bad-condition',
    `--where ${text}: expected ${expected} to compare the column ${column} with`,
    'null stands for rows without a value: --where last=null',
  ),
  unknownRow: (option: string, word: string, suggestion: string) => new UserError(
    'unknown-row',
    `${option} ${word}: the leaderboard has no such row.${suggestion}`,
    '`ablate board --columns name` lists the rows.',
  ),
  unknownColumn: (option: string, word: string, known: readonly string[]) => new UserError(
    'unknown-column',
    `${option} ${word}: the leaderboard has no such column`,
    `Columns: ${known.join(', ')}.`,
  ),
};
