import chalk from 'chalk';
import {formatCount, formatRoughCount} from '../format-count.js';
import {formatSigned} from '../format-signed.js';
import {wrapText} from '../wrap-text.js';
import type {Difference, PairVerdict, Side} from './difference.js';

const colours = {better: chalk.green, worse: chalk.red, 'within noise': chalk.yellow} as const;

/** Whether the difference is real, what that is said of, and what would settle it where it is not known. */
export function verdictLines(difference: Difference, width: number): string[] {
  const {verdict, from, to, sees_otherwise: otherwise} = difference;
  const lines = verdict ? judgedLines(verdict, from, to) : unjudgedLines(difference);
  const note = otherwise.length === 0 ? [] : [`Both saw the pictures otherwise (${otherwise.join(', ')}): that is part of the difference.`];
  const [head, ...rest] = [...lines, ...note].map(line => wrapText(line, width));
  return [...head!.map(line => verdict ? colours[verdict.verdict](line) : chalk.yellow(line)), ...rest.flat().map(line => chalk.dim(line))];
}

function judgedLines(verdict: PairVerdict, from: Side, to: Side): string[] {
  const {difference, interval, pValue, verdict: word} = verdict;
  const points = (value: number) => formatSigned(100 * value, 1);
  const found = `${points(difference)} points, 95 % interval ${points(interval.low)} to ${points(interval.high)}, p ${formatP(pValue)}`;
  const head = word === 'within noise'
    ? `Within noise: ${to.label} against ${from.label}, ${found}.`
    : `${to.label} is ${word} than ${from.label}: ${found}.`;
  return [head, basisOf(verdict, from), ...settlingOf(verdict)];
}

function basisOf({of, helpers}: PairVerdict, {runs: [run]}: Side): string {
  const pictures = `on the same ${formatCount(run!.split.validation)} validation pictures of ${run!.split.dataset}`;
  if (of === 'networks') {
    return `About these two networks, ${pictures}: with one seed each nothing can be said of training again.`;
  }

  const help = helpers === 0
    ? 'How much seeds matter is told by these rows alone'
    : `How much seeds matter is told by these rows and ${helpers} ${helpers === 1 ? 'other' : 'others'} on the same pictures`;
  return `About training with any seed, ${pictures}. ${help}.`;
}

function settlingOf({difference, settling}: PairVerdict): string[] {
  if (!settling || difference === 0) {
    return [];
  }

  const {pictures, seeds} = settling;
  const ways = [
    typeof pictures === 'number' ? [`${formatRoughCount(pictures)} validation pictures with these seeds`] : [],
    typeof seeds === 'number' ? [`${formatRoughCount(seeds)} seeds of each on these pictures`] : [],
  ].flat();
  const never = [pictures === 'never' ? ['pictures'] : [], seeds === 'never' ? ['seeds'] : []].flat();
  return [
    ...ways.length > 0 ? [`If it is truly this large, this would tell in four of five cases: ${ways.join(', or ')}.`] : [],
    ...never.length > 0 ? [`No number of ${never.join(' or ')} alone would.`] : [],
  ];
}

function unjudgedLines({unjudged, validation, from, to}: Difference): string[] {
  const head = `No verdict: ${unjudged ?? ''}.`;
  if (!validation) {
    return [head];
  }

  const {common, only_from: onlyFrom, only_to: onlyTo} = validation;
  return onlyFrom + onlyTo === 0
    ? [head, `Both validate on the same ${formatCount(common)} pictures, but were trained on others, or have them in another order.`]
    : [head, `Of the validation pictures ${formatCount(common)} are common; ${formatCount(onlyFrom)} are ${from.label}'s alone and ${formatCount(onlyTo)} ${to.label}'s. Scores on other pictures do not compare.`];
}

function formatP(value: number): string {
  return value < 0.001 ? '< 0.001' : value.toFixed(3);
}
