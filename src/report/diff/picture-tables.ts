import chalk from 'chalk';
import {cutText} from '../cut-text.js';
import {printableLine} from '../../errors.js';
import {formatSigned} from '../format-signed.js';
import {layoutTable} from '../layout-table.js';
import {wrapText} from '../wrap-text.js';
import type {Difference, PictureDifference, Side} from './difference.js';

// Two of them stand beside the rest.
const shareOfLabel = 0.2;

/** The recall of each class, and how many of its pictures one side alone has right. */
export function classTable({classes, from, to}: Difference, width: number): string[] {
  if (classes.length === 0) {
    return [];
  }

  const name = namer(width);
  return layoutTable([
    {title: 'recall', cells: classes.map(each => printableLine(each.name))},
    {title: 'pictures', align: 'right', priority: 2, cells: classes.map(each => String(each.pictures))},
    {title: name(from), align: 'right', cells: classes.map(each => share(each.from))},
    {title: name(to), align: 'right', cells: classes.map(each => share(each.to))},
    {title: 'difference', align: 'right', cells: classes.map(each => each.from === null || each.to === null ? '' : formatSigned(each.to - each.from, 3))},
    {title: 'first only', align: 'right', priority: 1, cells: classes.map(each => String(each.only_from))},
    {title: 'second only', align: 'right', priority: 1, cells: classes.map(each => String(each.only_to))},
  ], width, chalk.bold);
}

/** The pictures that one side has right more often than the other, those first on which they differ most. */
export function pictureTable({agreement, from, to}: Difference, {width, most}: {width: number; most: number}): string[] {
  if (!agreement) {
    return [];
  }

  const several = from.scored > 1 || to.scored > 1 ? ', by more than half of the seeds' : '';
  const head = `Pictures right${several}: ${agreement.both} by both, ${agreement.only_from} by ${from.label} alone, `
    + `${agreement.only_to} by ${to.label} alone, ${agreement.neither} by neither.`;
  const more = agreement.pictures.length - most;
  return [
    ...wrapText(head, width),
    ...agreement.pictures.length === 0 ? [] : tableOf(inGroups(agreement.pictures.slice(0, most), {from, to}), {from, to, width}),
    ...more > 0 ? [chalk.dim(`… and ${more} more on which they differ as much or less: --pictures lists them`)] : [],
  ];
}

type Sides = {readonly from: Side; readonly to: Side};

/** Those that the first has right before those that the second has, each class by class. */
function inGroups(pictures: readonly PictureDifference[], {from, to}: Sides): PictureDifference[] {
  const lead = (each: PictureDifference) => (each.from / from.scored) - (each.to / to.scored);
  return pictures.toSorted((left, right) =>
    Math.sign(lead(right)) - Math.sign(lead(left))
    || left.class.localeCompare(right.class, 'en')
    || Math.abs(lead(right)) - Math.abs(lead(left)));
}

function tableOf(pictures: readonly PictureDifference[], {from, to, width}: Sides & {width: number}): string[] {
  const name = namer(width);
  const answer = (right: number, {scored}: Side, said: string | null, truth: string) => {
    const words = said === null || said === truth ? '' : ` ${chalk.dim(printableLine(said))}`;
    if (scored > 1) {
      return `${right}/${scored}${words}`;
    }

    return right === 1 ? chalk.green('right') : chalk.red('wrong') + words;
  };

  // Mostly pictures lie in folders of their classes.
  const isTold = pictures.every(each => each.path.startsWith(`${each.class}/`));
  return layoutTable([
    {title: 'picture', cells: pictures.map(each => cutText(printableLine(each.path), Math.floor(Math.min(width, 200) * 0.4), 'start'))},
    ...isTold ? [] : [{title: 'class', priority: 1, cells: pictures.map(each => printableLine(each.class))}],
    {title: name(from), cells: pictures.map(each => answer(each.from, from, each.from_said, each.class))},
    {title: name(to), cells: pictures.map(each => answer(each.to, to, each.to_said, each.class))},
  ], width, chalk.bold);
}

function namer(width: number): (side: Side) => string {
  return ({label}) => cutText(label, Math.max(8, Math.floor(width * shareOfLabel)), 'middle');
}

function share(value: number | null): string {
  return value === null ? '–' : value.toFixed(3);
}
