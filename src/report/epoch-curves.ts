import chalk from 'chalk';
import type {ExportedEpoch} from '../domain/exported-run.js';
import type {Subject} from '../domain/subject.js';
import {cellWidth} from './cell-width.js';
import {cutText} from './cut-text.js';
import {sparkline, type Scale} from './sparkline.js';

const kinds = ['val_accuracy', 'val_loss', 'loss'] as const;
const widestCurve = 100;
const widestLabel = 0.3;
const gap = '  ';
const longestKind = Math.max(...kinds.map(kind => kind.length));
// `12.345 (0.123 to 12.345)`, or without the range
const longestFigures = {alone: 26, beside: 7};

/** Each subject's epochs as lines of blocks, means over its runs: one scale for all, in height and in time. */
export function epochCurves(subjects: readonly Subject[], width: number): string[] {
  const longest = Math.max(...subjects.map(({runs}) => Math.max(0, ...runs.map(({epochs}) => epochs.length))));
  return longest < 2 ? [] : kinds.flatMap(kind => curvesOf(kind, subjects, {longest, width: Math.min(width, widestCurve)}));
}

type Kind = typeof kinds[number];

function curvesOf(kind: Kind, subjects: readonly Subject[], {longest, width}: {longest: number; width: number}): string[] {
  const curves = subjects.map(({runs}) => meanCurve(runs.map(({epochs}) => epochs), kind));
  const scale = scaleOf(curves);
  if (!scale) {
    return [];
  }

  const isAlone = subjects.length === 1;
  const labels = isAlone ? [kind.padEnd(longestKind)] : subjects.map(({label}) => gap + cutText(label, Math.floor(width * widestLabel)));
  const indent = Math.max(...labels.map(label => cellWidth(label))) + gap.length;
  const room = Math.min(longest, width - indent - gap.length - longestFigures[isAlone ? 'alone' : 'beside']);
  const lines = curves.map((curve, index) => {
    const drawn = sparkline(curve, scale, Math.max(1, Math.round(room * curve.length / longest)));
    return [pad(labels[index]!, indent), chalk.cyan(drawn), ' '.repeat(room - cellWidth(drawn)), gap, curve.at(-1)?.toFixed(3) ?? '–'].join('');
  });
  const range = `${scale.low.toFixed(3)} to ${scale.high.toFixed(3)}`;
  return isAlone
    ? lines.map(line => line + chalk.dim(` (${range})`))
    : [chalk.bold(kind) + chalk.dim(`${gap}${range}, epochs 1 to ${longest}`), ...lines.filter((_, index) => curves[index]!.length > 0)];
}

/** The mean over runs of each epoch that any of them reached. */
function meanCurve(runs: ReadonlyArray<readonly ExportedEpoch[]>, kind: Kind): Array<number | null> {
  const length = Math.max(0, ...runs.map(epochs => epochs.length));
  return Array.from({length}, (_, index) => {
    const values = runs.map(epochs => epochs[index]?.[kind] ?? null).filter(value => value !== null);
    return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
  });
}

function scaleOf(curves: ReadonlyArray<ReadonlyArray<number | null>>): Scale | undefined {
  const values = curves.flat().filter(value => value !== null);
  return values.length === 0 ? undefined : {low: Math.min(...values), high: Math.max(...values)};
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - cellWidth(text)));
}
