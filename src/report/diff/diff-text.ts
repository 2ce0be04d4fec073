import chalk from 'chalk';
import {printableLine} from '../../errors.js';
import {epochCurves} from '../epoch-curves.js';
import {formatChanges} from '../format-changes.js';
import {bestNote} from '../score-kinds.js';
import {wrapText} from '../wrap-text.js';
import type {Difference, Side} from './difference.js';
import {classTable, pictureTable} from './picture-tables.js';
import {scoreTable} from './score-table.js';
import {verdictLines} from './verdict-lines.js';

/** How much is shown, and how wide. */
export type DiffView = {readonly width: number; readonly pictures: number};

/** How two rows, or runs, differ, for people. */
export function diffText(found: Difference, {width, pictures}: DiffView): string {
  const difference = {...found, from: withPrintableLabel(found.from), to: withPrintableLabel(found.to)};
  const {from, to} = difference;
  const parts = [
    [`${chalk.bold(from.label)} → ${chalk.bold(to.label)}`],
    changeLines(difference, width),
    verdictLines(difference, width),
    from.scores ?? to.scores ? [...scoreTable(difference, width), ...wrapText(bestNote, width).map(line => chalk.dim(line))] : [],
    classTable(difference, width),
    pictureTable(difference, {width, most: pictures}),
    epochCurves([from, to], width),
  ];
  return parts.filter(lines => lines.length > 0).map(lines => lines.join('\n')).join('\n\n');
}

function withPrintableLabel(side: Side): Side {
  return {...side, label: printableLine(side.label)};
}

function changeLines({changes}: Difference, width: number): string[] {
  return changes.length === 0
    ? ['Both have the same configuration.']
    : changes.flatMap(change => wrapText(printableLine(formatChanges([change])), width, '  ', '    '));
}
