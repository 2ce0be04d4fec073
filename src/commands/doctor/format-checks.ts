import chalk from 'chalk';
import {cellWidth} from '../../report/cell-width.js';
import type {Check} from './check.js';

const marks = {fine: chalk.green('✔'), lacking: chalk.yellow('–'), missing: chalk.red('✖')};

/** The findings as lines: a mark, the name, what was found; under what is not fine, the command that mends it. */
export function formatChecks(checks: readonly Check[]): string {
  const width = Math.max(...checks.map(check => cellWidth(check.name)));
  const lines = checks.flatMap(({name, state, found, mend}) => [
    `${marks[state]} ${chalk.bold(name)}${' '.repeat(width - cellWidth(name))}  ${found.replaceAll('\n', ' ')}`,
    ...(mend ? [`  ${' '.repeat(width)}  ${chalk.dim('mend:')} ${chalk.cyan(mend)}`] : []),
  ]);
  const missing = checks.filter(check => check.state === 'missing');
  const verdict = missing.length === 0
    ? chalk.green('Everything needed to train is there.')
    : chalk.red(`Missing: ${missing.map(check => check.name).join(', ')}.`);
  return `${lines.join('\n')}\n\n${verdict}\n`;
}
