import chalk from 'chalk';
import type {RunDetails} from '../../domain/run-details.js';
import type {MeanScores} from '../../score/row/mean-scores.js';
import {layoutTable, type TableColumn} from '../layout-table.js';
import {bestNote, scoreKinds, type ScoreKind} from '../score-kinds.js';
import {wrapText} from '../wrap-text.js';
import type {Detail} from './detail.js';

/** The scores, and of a row those of each seed beside the means, as far as there is room. */
export function seedScores(detail: Detail, width: number): string[] {
  const {runs, scored, scores, last} = detail;
  if (!scores) {
    return [];
  }

  const shown = runs.filter(run => run.scores !== null);
  const lines = linesOf(scores, last, shown);
  const table = layoutTable([
    {title: 'score', cells: lines.map(({title}) => title)},
    {title: scored > 1 ? 'mean' : '', align: 'right', cells: lines.map(({mean}) => mean)},
    ...scored > 1 ? shown.map((run, index) => seedColumn(run, index, lines)) : [],
  ], width, chalk.bold);
  return [...table, ...[...intervalNote(last), bestNote].flatMap(line => wrapText(line, width)).map(line => chalk.dim(line))];
}

type Line = {readonly title: string; readonly mean: string; readonly seeds?: readonly string[]};

function seedColumn({seed}: RunDetails, index: number, lines: readonly Line[]): TableColumn {
  return {title: `seed ${seed}`, align: 'right', priority: index + 1, cells: lines.map(({seeds}) => seeds?.[index] ?? '')};
}

function linesOf(scores: MeanScores, last: Detail['last'], shown: readonly RunDetails[]): Line[] {
  const only = shown.length === 1 ? shown[0]!.scores : null;
  const below: Partial<Record<ScoreKind['key'], Line>> = {
    ...last && {last: {title: '  95 % interval', mean: range(last.interval.low, last.interval.high)}},
    ...only && {protocol: {title: '  5 % to 95 % of cases', mean: range(only.protocol_low, only.protocol_high)}},
    ...scores.calibration_by_chance !== null && {calibration_error: {title: '  by chance alone', mean: scores.calibration_by_chance.toFixed(3)}},
  };
  return scoreKinds.flatMap(({key, title, digits}): Line[] => [
    {
      title: title === 'best*' && shown.length === 1 ? `best*, epoch ${shown[0]!.scores!.best_epoch}` : title,
      mean: scores[key]?.toFixed(digits) ?? '–',
      seeds: shown.map(run => run.scores![key]?.toFixed(digits) ?? '–'),
    },
    ...below[key] ? [below[key]] : [],
  ]);
}

function range(low: number, high: number): string {
  return `${low.toFixed(3)} to ${high.toFixed(3)}`;
}

function intervalNote(last: Detail['last']): string[] {
  if (!last) {
    return [];
  }

  return [last.of === 'network'
    ? 'interval: of this one network on new pictures; one seed does not tell how much seeds matter.'
    : 'interval: trained with a new seed and asked about new pictures.'];
}
