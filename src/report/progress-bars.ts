import chalk from 'chalk';
import {createLogUpdate} from 'log-update';
import type {QueueUpdate} from '../domain/queue-update.js';
import {printable} from '../errors.js';
import {describeEnd} from './describe-end.js';
import {describeNews, describeRequeued} from './describe-news.js';
import {describeProfile} from './describe-profile.js';
import {drawBars} from './draw-bars.js';
import type {ProgressView} from './progress-view.js';
import type {ActiveRun, SweepProgress} from './sweep-progress.js';

const redrawMs = 200;

/** A bar a slot with epoch, score and time left, and the sweep's time left below, for a terminal. */
export function progressBars(sweep: SweepProgress, stream: NodeJS.WriteStream): ProgressView {
  const log = createLogUpdate(stream);
  const redraw = () => {
    log(drawBars(sweep, stream.columns ?? 80));
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
      stream.write(`${printable(text)}\n`);
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
  if (!('run' in update)) {
    return chalk.yellow(describeNews(update));
  }

  if (update.kind === 'requeued') {
    return `${chalk.yellow('↻')} ${update.run.experiment.name} seed ${update.run.seed}: ${describeRequeued(update).join('\n')}`;
  }

  if (update.kind === 'profile') {
    return describeProfile(`${update.run.experiment.name} seed ${update.run.seed}`, update.profile);
  }

  if (update.kind === 'skipped') {
    return `${chalk.yellow('–')} ${update.run.experiment.name} seed ${update.run.seed}: skipped: ${printable(update.problem.message)}`;
  }

  if (update.kind !== 'ended') {
    return undefined;
  }

  const mark = update.status === 'done' ? chalk.green('✔') : chalk.red('✖');
  const {head, reason} = describeEnd(update, ended, Date.now());
  return [`${mark} ${head}`, ...reason].join('\n');
}
