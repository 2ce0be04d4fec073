import chalk from 'chalk';
import {cellWidth} from '../cell-width.js';
import {printableLine} from '../../errors.js';
import {frequentMistakes} from '../frequent-mistakes.js';
import {layoutTable, type TableColumn} from '../layout-table.js';
import {wrapText} from '../wrap-text.js';
import type {ClassDetail, Detail} from './detail.js';

/** Each class's recall, and what its pictures were taken for: all counts where there is room, else the most frequent mistakes. */
export function classTable({classes, scored}: Detail, width: number): string[] {
  if (!classes) {
    return [];
  }

  const seeds = scored > 1 ? `, summed over ${scored} seeds` : '';
  const recalls = recallColumns(classes);
  const whole = layoutTable([...recalls, ...countColumns(classes)], width, chalk.bold);
  if (whole.every(line => cellWidth(line) <= width)) {
    return [...whole, chalk.dim(`a row is what is right, a column what was said${seeds}`)];
  }

  return [...layoutTable(recalls, width, chalk.bold), '', ...wrapText(`Most often${seeds}: ${mistakesIn(classes).join(', ')}`, width)];
}

function recallColumns(classes: readonly ClassDetail[]): TableColumn[] {
  return [
    {title: 'class', cells: classes.map(({name}) => printableLine(name))},
    {title: 'pictures', align: 'right', cells: classes.map(({pictures}) => String(pictures))},
    {title: 'recall', align: 'right', cells: classes.map(({recall}) => recall?.toFixed(3) ?? '–')},
  ];
}

function countColumns(classes: readonly ClassDetail[]): TableColumn[] {
  return classes.map(({name}, column) => ({
    title: printableLine(name),
    align: 'right',
    cells: classes.map(({taken_for: counts}, row) => {
      const text = counts[column] === 0 ? chalk.dim('·') : String(counts[column]);
      return row === column ? chalk.green(text) : text;
    }),
  }));
}

function mistakesIn(classes: readonly ClassDetail[]): string[] {
  return frequentMistakes(classes).map(({is, said, count}) => `${count} ${printableLine(`${is} taken for ${said}`)}`);
}
