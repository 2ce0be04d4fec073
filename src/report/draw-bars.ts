import chalk from 'chalk';
import {cellWidth} from './cell-width.js';
import {cutText} from './cut-text.js';
import {describeWaiting} from './describe-waiting.js';
import {formatDuration} from './format-duration.js';
import {type ActiveRun, epochsDone, type SweepProgress} from './sweep-progress.js';

const gap = '  ';
const widestBar = 24;
const narrowestBar = 6;
const narrowestName = 8;
const largestNameShare = 0.4;

// How much is said beside the bars, from all of it to the least: a narrow terminal gets the first that fits.
const amounts = [
  {seed: true, score: 'val_accuracy '},
  {seed: true, score: 'val '},
  {seed: false, score: ''},
  {seed: false, score: undefined},
] as const;

type Amount = typeof amounts[number];

/** A bar a slot with epoch, score and time left, and the sweep's time left below; no line is wider than `columns`. */
export function drawBars(sweep: SweepProgress, columns: number): string {
  return [...drawRuns(sweep, columns), drawSweep(sweep)].map(line => cutText(line, columns)).join('\n');
}

function drawRuns(sweep: SweepProgress, columns: number): string[] {
  const rows = amounts.map(amount => sweep.active.map(active => describe(active, amount, sweep, columns)));
  const texts = rows.find(each => roomForBar(each, columns) >= narrowestBar) ?? rows.at(-1)!;
  const room = roomForBar(texts, columns);
  const bar = Math.min(widestBar, Math.max(narrowestBar, room));
  const name = Math.max(narrowestName, widest(texts, 'name') - Math.max(0, bar - room));
  const seed = widest(texts, 'seed');
  return texts.map(text =>
    `${gap}${pad(shorten(text.name, name), name)}${pad(text.seed, seed)}${gap}${drawBar(text.share, bar)}${text.after}`);
}

type RunTexts = {readonly name: string; readonly seed: string; readonly after: string; readonly share: number};

function describe(active: ActiveRun, amount: Amount, sweep: SweepProgress, columns: number): RunTexts {
  const {run, valAccuracy} = active;
  const score = valAccuracy === undefined || amount.score === undefined ? [] : [`${amount.score}${valAccuracy.toFixed(3)}`];
  return {
    name: shorten(run.experiment.name, Math.floor(columns * largestNameShare)),
    seed: amount.seed ? chalk.dim(` seed ${run.seed}`) : '',
    after: [phaseOf(active), ...score, chalk.dim(timeLeft(sweep.secondsLeft(active)))].map(text => gap + text).join(''),
    share: sweep.share(active),
  };
}

function roomForBar(texts: readonly RunTexts[], columns: number): number {
  return columns - (2 * gap.length) - widest(texts, 'name') - widest(texts, 'seed') - widest(texts, 'after');
}

function widest(texts: readonly RunTexts[], part: 'name' | 'seed' | 'after'): number {
  return Math.max(0, ...texts.map(text => cellWidth(text[part])));
}

function drawBar(share: number, width: number): string {
  const filled = Math.round(share * width);
  return chalk.cyan('━'.repeat(filled)) + chalk.dim('─'.repeat(width - filled));
}

function phaseOf(active: ActiveRun): string {
  const {run, progress, waiting} = active;
  if (waiting) {
    return chalk.yellow(describeWaiting(waiting));
  }

  if ((progress?.phase === 'decoding' || progress?.phase === 'features') && progress.steps > 0) {
    return `${progress.phase} ${progress.step}/${progress.steps}`;
  }

  const {epochs} = run.experiment.config;
  return progress?.phase === 'training' || progress?.phase === 'validating'
    ? `epoch ${Math.min(epochs, epochsDone(active) + 1)}/${epochs}`
    : 'starting';
}

function drawSweep(sweep: SweepProgress): string {
  const failed = sweep.failed > 0 ? chalk.red(`, ${sweep.failed} not finished`) : '';
  const left = chalk.bold(sweep.isPaused ? 'paused' : timeLeft(sweep.sweepSecondsLeft()));
  return `${chalk.dim(`${sweep.ended} of ${sweep.total} runs`)}${failed}${chalk.dim(' ·')} ${left}`;
}

function timeLeft(seconds: number): string {
  return seconds < 1 ? 'finishing' : `${formatDuration(seconds)} left`;
}

// Rows of one matrix differ at their names' ends.
function shorten(name: string, width: number): string {
  return cutText(name, width, 'middle');
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - cellWidth(text)));
}
