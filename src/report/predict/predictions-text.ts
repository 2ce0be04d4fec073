import chalk from 'chalk';
import {cutText} from '../cut-text.js';
import type {KnownClass, Prediction, Predictions} from '../../domain/prediction.js';
import {printableLine} from '../../errors.js';
import {layoutTable, type TableColumn} from '../layout-table.js';
import {candidatesOf} from './candidates.js';

const widestPath = 0.4;

/** Predictions as lines: a photo each, then what could not be read, and whose answers these are. */
export function predictionsText(predictions: Predictions, {width, top}: {readonly width: number; readonly top: number}): string {
  const {photos, faults} = predictions;
  const lines = [
    ...photos.length > 0 ? photoTable(predictions, width, top) : [],
    ...faults.map(({path, reason}) => `${chalk.red('✖')} ${printableLine(path)}: ${printableLine(reason)}`),
    '',
    ...closingLines(predictions),
  ];
  return `${lines.join('\n')}\n`;
}

function photoTable({photos, classes, rules}: Predictions, width: number, top: number): string[] {
  const room = Math.floor(Math.min(width, 200) * widestPath);
  const found = photos.map(photo => ({photo, candidates: candidatesOf(photo, classes, top)}));
  const said = found.map(({candidates}) => candidates[0]!);
  const isKnown = photos.some(({truth}) => truth);
  return layoutTable([
    {title: 'photo', cells: photos.map(({path}) => cutText(printableLine(path), room, 'start'))},
    {title: 'class', cells: said.map(each => nameOf(each.class))},
    {title: 'probability', align: 'right', cells: said.map(({probability}) => probability.toFixed(3))},
    ...top > 1 ? [{title: 'then', priority: 2, cells: found.map(({candidates}) => othersOf(candidates))}] : [],
    ...isKnown ? [{title: 'truth', priority: 1, cells: found.map(({photo}, index) => truthOf(photo, said[index]!.index, classes))}] : [],
    ...rules ? ruleColumns(said.map(each => each.class)) : [],
  ], width, chalk.bold);
}

function ruleColumns(said: readonly KnownClass[]): TableColumn[] {
  return [
    {title: 'bin', cells: said.map(({bin}) => bin ? printableLine(bin.name) : 'no rule')},
    {title: 'hint', priority: 3, minWidth: 16, cells: said.map(({hint}) => printableLine(hint ?? ''))},
  ];
}

function nameOf({name, shown}: KnownClass): string {
  return printableLine(shown === undefined || shown === name ? name : `${name} ${shown}`);
}

function othersOf(candidates: ReturnType<typeof candidatesOf>): string {
  return candidates.slice(1).map(({class: {name}, probability}) => `${printableLine(name)} ${probability.toFixed(3)}`).join(', ');
}

function truthOf({truth}: Prediction, said: number, classes: readonly KnownClass[]): string {
  if (!truth) {
    return '';
  }

  const mark = truth.classIndex === said ? '✔' : '✖';
  return `${mark} ${printableLine(classes[truth.classIndex]!.name)}${truth.part === 'training' ? ' (trained on)' : ''}`;
}

function closingLines({runId, row, epoch, dataset, rules, photos, faults}: Predictions): string[] {
  const known = photos.filter(({truth}) => truth?.part === 'training').length;
  return [
    `${photos.length} ${photos.length === 1 ? 'photo' : 'photos'} by ${runId} (${row}), after its ${epoch} epoch, trained on ${dataset}${
      rules ? `; rules: ${printableLine(rules.label)}, ${rules.language}` : ''}`,
    ...known > 0 ? [`${known} of them the network was trained on: those say nothing of how good it is.`] : [],
    ...faults.length > 0 ? [`${faults.length} could not be read.`] : [],
  ];
}
