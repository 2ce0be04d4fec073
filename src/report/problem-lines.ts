import chalk from 'chalk';
import type {RunRow} from '../domain/run-row.js';
import {printable} from '../errors.js';

/** Why a run did not finish, and what to do, below an empty line; nothing of one that did. */
export function problemLines({run_id: runId, problem, hint}: Pick<RunRow, 'run_id' | 'problem' | 'hint'>): string[] {
  return problem === null ? [] : ['', `${chalk.red('✖')} ${runId}: ${printable(problem)}`, ...(hint === null ? [] : [`  → ${printable(hint)}`])];
}
