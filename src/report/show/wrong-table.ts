import chalk from 'chalk';
import {cutText} from '../cut-text.js';
import {printableLine} from '../../errors.js';
import {layoutTable} from '../layout-table.js';
import type {Detail} from './detail.js';

const widestPath = 0.5;

/** The pictures that are most surely wrong. */
export function wrongTable({wrong, scored}: Detail, {width, most}: {width: number; most: number}): string[] {
  if (wrong.length === 0) {
    return [];
  }

  const shown = wrong.slice(0, most);
  const more = wrong.length - shown.length;
  const room = Math.floor(Math.min(width, 200) * widestPath);
  return [
    ...layoutTable([
      {title: 'most surely wrong', cells: shown.map(each => cutText(printableLine(each.path), room, 'start'))},
      {title: 'is', cells: shown.map(each => printableLine(each.class))},
      {title: 'said', cells: shown.map(each => printableLine(each.said))},
      {title: 'probability', align: 'right', cells: shown.map(each => each.probability.toFixed(3))},
      {title: 'of what is right', align: 'right', priority: 2, cells: shown.map(each => each.of_class.toFixed(3))},
      ...scored > 1 ? [{title: 'wrong in', align: 'right' as const, priority: 1, cells: shown.map(each => `${each.wrong}/${scored}`)}] : [],
    ], width, chalk.bold),
    ...scored > 1 ? [chalk.dim('probabilities are means over the seeds')] : [],
    ...more > 0 ? [chalk.dim(`… and ${more} more: --pictures lists them`)] : [],
  ];
}
