import chalk from 'chalk';
import {cellWidth} from '../../report/cell-width.js';
import type {FaultyPicture, FeatureFindings, LookAlikes, PictureCheck} from '../../dataset/check-pictures.js';
import type {Oddity} from '../../dataset/examine-picture.js';
import type {LeftOut} from '../../dataset/list-left-out.js';
import {printableLine} from '../../errors.js';
import {formatFeatureFindings} from './format-feature-findings.js';
import {lookAlikeLines} from './look-alike-lines.js';

const oddities: Readonly<Record<Oddity, string>> = {
  grey: 'grey',
  alpha: 'with alpha',
  cmyk: 'CMYK',
  sixteen_bit: '16-bit',
  turned: 'turned by EXIF',
  animated: 'animated',
};

/** The findings of one data set as lines. */
export function formatCheck(given: PictureCheck): string {
  const check = shownSafely(given);
  const {name, root, classes, unreadable, suspect, odd} = check;
  const width = Math.max(5, ...classes.map(({name: className}) => cellWidth(className)));
  const row = (label: string, training: number | string, validation: number | string) =>
    `  ${label}${' '.repeat(width - cellWidth(label))}  ${String(training).padStart(8)}  ${String(validation).padStart(8)}`;
  const sum = (part: 'training' | 'validation') => classes.reduce((total, counts) => total + counts[part], 0);
  const empty = classes.filter(({training, validation}) => training + validation === 0).map(({name: className}) => className);
  const seen = (Object.keys(oddities) as Oddity[]).filter(oddity => odd[oddity] > 0).map(oddity => `${odd[oddity]} ${oddities[oddity]}`);
  const leftOut = describeLeftOut(check.left_out);
  const lines = [
    `${chalk.bold(name)}  ${chalk.dim(root)}`,
    chalk.dim(row('class', 'train', 'validate')),
    ...classes.map(({name: className, training, validation}) => row(className, training, validation)),
    row('all', sum('training'), sum('validation')),
    ...(seen.length > 0 ? [`  Out of the ordinary, and read all the same: ${seen.join(', ')}.`] : []),
    ...(leftOut.length > 0 ? [`  Left out: ${leftOut.join(', ')}.`] : []),
    ...list(chalk.yellow('!'), 'read with a complaint; part of the picture may be noise', suspect),
    ...list(chalk.red('✖'), 'cannot be read; a run stops on them', unreadable),
    ...lookAlikeLines(check.look_alikes, 'of the same sight'),
    ...formatFeatureFindings(check.by_features),
    ...(check.not_kept === null ? [] : [`${chalk.yellow('!')} The leaderboard cannot tell of look-alikes: they were not kept (${check.not_kept}).`]),
    ...(empty.length > 0 ? [`${chalk.red('✖')} No pictures in ${empty.join(', ')}.`] : []),
    ...(classes.length < 2 ? [`${chalk.red('✖')} Expected two classes or more: class folders, or labels.`] : []),
    ...(unreadable.length + empty.length === 0 && classes.length > 1 ? [`${chalk.green('✔')} Every picture can be read.`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** The same with every name as a terminal may be told it. */
function shownSafely(check: PictureCheck): PictureCheck {
  const faulty = (pictures: readonly FaultyPicture[]) =>
    pictures.map(({path, reason}) => ({path: printableLine(path), reason: printableLine(reason)}));
  const {left_out: {loose, kinds}} = check;
  return {
    ...check,
    name: printableLine(check.name),
    root: printableLine(check.root),
    classes: check.classes.map(each => ({...each, name: printableLine(each.name)})),
    unreadable: faulty(check.unreadable),
    suspect: faulty(check.suspect),
    look_alikes: shownGroups(check.look_alikes),
    by_features: check.by_features && shownFindings(check.by_features),
    not_kept: check.not_kept && printableLine(check.not_kept),
    left_out: {loose, kinds: Object.fromEntries(Object.entries(kinds).map(([suffix, count]) => [printableLine(suffix), count]))},
  };
}

function shownGroups(groups: readonly LookAlikes[]): LookAlikes[] {
  return groups.map(group => group.map(picture => ({...picture, path: printableLine(picture.path)})));
}

function shownFindings({of, same_things: things, doubtful_labels: labels}: FeatureFindings): FeatureFindings {
  return {
    of,
    same_things: shownGroups(things),
    doubtful_labels: labels.map(({path, class: label, likely, nearest, ...rest}) =>
      ({...rest, path: printableLine(path), class: printableLine(label), likely: printableLine(likely), nearest: printableLine(nearest)})),
  };
}

function describeLeftOut({loose, kinds}: LeftOut): string[] {
  return [
    ...(loose > 0 ? [`${loose} ${loose === 1 ? 'picture' : 'pictures'} outside the class folders, or without a label`] : []),
    ...Object.entries(kinds).map(([suffix, count]) => `${count} ${suffix === '' ? 'without a suffix' : suffix}`),
  ];
}

function list(mark: string, what: string, pictures: readonly FaultyPicture[]): string[] {
  const noun = pictures.length === 1 ? 'picture' : 'pictures';
  return pictures.length === 0
    ? []
    : [`${mark} ${pictures.length} ${noun}: ${what}`, ...pictures.map(({path, reason}) => `    ${path}: ${reason}`)];
}
