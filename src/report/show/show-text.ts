import chalk from 'chalk';
import {printable, printableLine} from '../../errors.js';
import {colourStatus} from '../colour-status.js';
import {epochCurves} from '../epoch-curves.js';
import {noteLines} from '../note-lines.js';
import {problemLines} from '../problem-lines.js';
import {wrapText} from '../wrap-text.js';
import {classTable} from './class-table.js';
import type {Detail} from './detail.js';
import {factLines} from './fact-lines.js';
import {artifactTable, runTable} from './run-tables.js';
import {seedScores} from './seed-scores.js';
import {wrongTable} from './wrong-table.js';

/** How much is shown, and how wide. */
export type ShowView = {readonly width: number; readonly pictures: number};

/** All about a run, or a row with its runs, for people. */
export function showText(detail: Detail, {width, pictures}: ShowView): string {
  const {runs, kind} = detail;
  const parts = [
    [headOf(detail), ...factLines(detail, width)],
    kind === 'row' && runs.length > 1 ? runTable(detail, width) : [],
    ...runs.map(run => [...problemLines(run), ...noteLines(run)].slice(1)),
    seedScores(detail, width),
    classTable(detail, width),
    wrongTable(detail, {width, most: pictures}),
    epochCurves([detail], width),
    artifactTable(detail, width),
    nextLines(detail, width),
  ];
  return parts.filter(lines => lines.length > 0).map(lines => lines.join('\n')).join('\n\n');
}

function headOf({kind, label, runs}: Detail): string {
  const statuses = [...new Set(runs.map(({status}) => status))].map(status => colourStatus(status));
  const seeds = kind === 'row' && runs.length > 1 ? `, ${runs.length} seeds` : '';
  return `${chalk.bold(printableLine(label))}  ${statuses.join(', ')}${seeds}`;
}

function nextLines({next}: Detail, width: number): string[] {
  return next.length === 0 ? [] : [chalk.bold('next'), ...next.flatMap(command => wrapText(printable(command), width, '  ', '    '))];
}
