import chalk from 'chalk';
import {createLogUpdate} from 'log-update';
import type {QueueUpdate} from '../domain/queue-update.js';
import {describeEnd} from './describe-end.js';
import {formatDuration} from './format-duration.js';
import type {ProgressView} from './progress-view.js';
import type {ActiveRun, SweepProgress} from './sweep-progress.js';

const barWidth = 24;
const redrawMs = 200;

/** A bar a slot with epoch, score and time left, and the sweep's time left below, for a terminal. */
export function progressBars(sweep: SweepProgress, stream: NodeJS.WriteStream): ProgressView {
  const log = createLogUpdate(stream);
  const redraw = () => {
    log(draw(sweep));
  };

  const timer = setInterval(redraw, redrawMs);
  return {
    update(update) {
      const ended = sweep.update(update);
      const line = finalLine(update, ended);
      if (line !== undefined) {
        log.clear();
        stream.write(`${line}\n`);
        redraw();
      }
    },
    note(text) {
      log.clear();
      stream.write(`${text}\n`);
      redraw();
    },
    close() {
      clearInterval(timer);
      log.clear();
      log.done();
    },
  };
}

function finalLine(update: QueueUpdate, ended: ActiveRun | undefined): string | undefined {
  if (update.kind === 'skipped') {
    return `${chalk.yellow('–')} ${update.run.experiment.name} seed ${update.run.seed}: skipped: ${update.problem.message}`;
  }

  if (update.kind !== 'ended') {
    return undefined;
  }

  const mark = update.status === 'done' ? chalk.green('✔') : chalk.red('✖');
  return `${mark} ${describeEnd(update, ended, Date.now())}`;
}

function draw(sweep: SweepProgress): string {
  const width = Math.max(0, ...sweep.active.map(({run}) => run.experiment.name.length));
  const lines = sweep.active.map(active => drawRun(active, sweep, width));
  const failed = sweep.failed > 0 ? chalk.red(`, ${sweep.failed} not finished`) : '';
  const left = chalk.bold(timeLeft(sweep.sweepSecondsLeft()));
  return [...lines, `${chalk.dim(`${sweep.ended} of ${sweep.total} runs`)}${failed}${chalk.dim(' ·')} ${left}`].join('\n');
}

function drawRun(active: ActiveRun, sweep: SweepProgress, width: number): string {
  const {run, progress, epochSeconds, valAccuracy} = active;
  const filled = Math.round(sweep.share(active) * barWidth);
  const bar = chalk.cyan('━'.repeat(filled)) + chalk.dim('─'.repeat(barWidth - filled));
  const {epochs} = run.experiment.config;
  const phase = progress === undefined || progress.phase === 'loading' || progress.phase === 'decoding'
    ? preparing(active)
    : `epoch ${Math.min(epochs, epochSeconds.length + 1)}/${epochs}`;
  const score = valAccuracy === undefined ? '' : `  val_accuracy ${valAccuracy.toFixed(3)}`;
  return `  ${run.experiment.name.padEnd(width)} ${chalk.dim(`seed ${run.seed}`)}  ${bar}  ${phase}${score}  ${chalk.dim(timeLeft(sweep.secondsLeft(active)))}`;
}

function preparing({progress}: ActiveRun): string {
  return progress?.phase === 'decoding' && progress.steps > 0 ? `decoding ${progress.step}/${progress.steps}` : 'starting';
}

function timeLeft(seconds: number): string {
  return seconds < 1 ? 'finishing' : `${formatDuration(seconds)} left`;
}
