import type {QueueUpdate} from '../domain/queue-update.js';
import type {StartedEvent} from '../domain/run-event.js';
import {printable} from '../errors.js';
import {describeEnd} from './describe-end.js';
import {describeNews, describeRequeued} from './describe-news.js';
import {describeProfile} from './describe-profile.js';
import {describeWaiting} from './describe-waiting.js';
import {formatDuration} from './format-duration.js';
import type {ProgressView} from './progress-view.js';
import type {SweepProgress} from './sweep-progress.js';

// A night's log should be readable in the morning.
const quietMs = 10_000;
const quietLookingMs = 60_000;
const quietWaitingMs = 60_000;

/** Plain lines for logs and pipes: each start and end, and an epoch at most every ten seconds a run. */
export function progressLines(sweep: SweepProgress, write: (line: string) => void, now: () => number = Date.now): ProgressView {
  const lastLine = new Map<string, number>();
  return {
    update(update) {
      const ended = sweep.update(update);
      const line = lineOf(update, lastLine, now());
      if (update.kind === 'ended') {
        const {head, reason} = describeEnd(update, ended, now());
        write([`${head}. ${sweep.ended} of ${sweep.total} runs${left(sweep)}`, ...reason].join('\n'));
      } else if (line !== undefined) {
        write(line);
      }
    },
    note(text) {
      write(printable(text));
    },
    close() {
      // Nothing was drawn.
    },
  };
}

function lineOf(update: QueueUpdate, lastLine: Map<string, number>, now: number): string | undefined {
  if (!('run' in update)) {
    return describeNews(update);
  }

  const {run} = update;
  const name = `${run.experiment.name} seed ${run.seed}`;
  const describeOnce = (line: string, key: string, quiet: number) => {
    if (now - (lastLine.get(key) ?? -Infinity) < quiet) {
      return undefined;
    }

    lastLine.set(key, now);
    return line;
  };

  if (update.kind === 'started') {
    lastLine.set(run.id, now);
    return `${name}: started${update.attempt > 1 ? ` (attempt ${update.attempt})` : ''}`;
  }

  if (update.kind === 'profile') {
    return describeProfile(name, update.profile);
  }

  if (update.kind === 'requeued') {
    return `${name}: ${describeRequeued(update).join('\n')}`;
  }

  if (update.kind === 'skipped') {
    return `${name}: skipped: ${printable(update.problem.message)}`;
  }

  if (update.kind === 'progress' && update.progress.phase === 'features' && now - (lastLine.get(run.id) ?? 0) >= quietLookingMs) {
    lastLine.set(run.id, now);
    return `${name}: features of ${update.progress.step} of ${update.progress.steps} photos and views`;
  }

  if (update.kind === 'no-room') {
    return describeOnce(`${name}: ${describeWaiting(update)}`, `${run.id} waiting`, quietWaitingMs);
  }

  if (update.kind === 'event' && update.event.type === 'started') {
    return describeStart(name, update.event);
  }

  if (update.kind !== 'event' || update.event.type !== 'epoch' || now - (lastLine.get(run.id) ?? 0) < quietMs) {
    return undefined;
  }

  lastLine.set(run.id, now);
  const {epoch, loss, val_accuracy: valAccuracy, seconds} = update.event;
  const scores = `loss ${loss.toFixed(3)}, val_accuracy ${valAccuracy.toFixed(3)}`;
  return `${name}: epoch ${epoch}/${run.experiment.config.epochs}, ${scores}, ${formatDuration(seconds)} an epoch`;
}

/** Where an attempt goes on, and what is to be known of that; nothing of one that begins at the first step. */
function describeStart(name: string, {resumed, notes = []}: StartedEvent): string | undefined {
  const texts = [...notes, ...resumed ? [`goes on in epoch ${resumed.epoch}`] : []];
  return texts.length === 0 ? undefined : texts.map(text => `${name}: ${text}`).join('\n');
}

function left(sweep: SweepProgress): string {
  return sweep.ended < sweep.total ? `, about ${formatDuration(sweep.sweepSecondsLeft())} left` : '';
}
