import type {QueueNews, RunUpdate} from '../domain/queue-update.js';
import {printable} from '../errors.js';
import {formatDuration} from './format-duration.js';

/** A sentence about the queue itself. */
export function describeNews(news: QueueNews): string {
  switch (news.kind) {
    case 'added': {
      return `Added ${count(news.runs.length)}: ${news.runs.map(({experiment, seed}) => `${experiment.name} seed ${seed}`).join(', ')}.`;
    }

    case 'paused': {
      return 'Paused: no run begins or goes on until `ablate resume`.';
    }

    case 'resumed': {
      return 'Resumed.';
    }

    case 'waiting': {
      return `Waiting for ${count(news.runs.length)} of ${news.holders.join(' and ')}; Ctrl-C leaves them to it.`;
    }

    case 'trouble': {
      return printable(news.problem.message);
    }
  }
}

const reasons = {
  restart: 'begins again',
  paused: 'paused',
  lost: 'taken over by another ablate',
  trouble: 'tried again',
  retry: 'put back into the queue',
} as const;

/** Why a run waits for another start: `begins again in 2.0 s`, and below, indented, what happened to it. */
export function describeRequeued({reason, problem, pauseMs}: Extract<RunUpdate, {kind: 'requeued'}>): string[] {
  const when = pauseMs === undefined ? '' : ` in ${formatDuration(pauseMs / 1000)}`;
  const why = problem && (reason === 'restart' || reason === 'trouble') ? printable(problem.message).split('\n') : [];
  return [`${reasons[reason]}${when}`, ...why.map(line => `    ${line}`)];
}

function count(runs: number): string {
  return `${runs} run${runs === 1 ? '' : 's'}`;
}
