import chalk from 'chalk';
import type {RunDetails} from '../../domain/run-details.js';
import {printableLine} from '../../errors.js';
import {formatCount} from '../format-count.js';
import {formatBytes} from '../format-bytes.js';
import {formatChanges} from '../format-changes.js';
import {formatDuration} from '../format-duration.js';
import {wrapText} from '../wrap-text.js';
import type {Detail} from './detail.js';

const indent = 11;

/** What it is, on what and where it was trained, and when: a line each, of a row's runs all that there are. */
export function factLines({kind, row, runs, folders}: Detail, width: number): string[] {
  const {split, row: {config}} = runs[0]!;
  const memory = Math.max(...runs.map(run => run.peak_memory_bytes ?? 0));
  const facts: Array<readonly [title: string, text: string | undefined]> = [
    ['row', kind === 'run' ? `${row.name}, seed ${runs[0]!.seed}` : undefined],
    ['file', row.file],
    ['about', row.description?.replaceAll(/\s+/gv, ' ').trim()],
    ['changed', row.parent === null ? undefined : `against ${row.parent}: ${formatChanges(row.changes) || 'nothing'}`],
    ['published', row.published?.validation_score === undefined ? undefined : String(row.published.validation_score)],
    ['pictures', `${formatCount(split.training)} to train on and ${formatCount(split.validation)} to validate, of ${split.dataset}${split.synthetic ? ', which ablate drew itself' : ''}`],
    ['epochs', `${spread(runs.map(({epochs}) => epochs.length))} of ${config.epochs}`],
    ['trained on', join(runs, run => run.device === null ? undefined : `${run.device}, ${run.engine ?? ''}`)],
    ['by', join(runs, run => run.ablate === null ? undefined : `ablate ${run.ablate}, Node ${run.node ?? ''}, ${run.platform ?? ''}`)],
    ['commit', join(runs, run => run.git_commit ?? undefined)],
    ['times', kind === 'run' || runs.length === 1 ? timesOf(runs[0]!) : undefined],
    ['memory', memory === 0 ? undefined : `${formatBytes(memory)} at most`],
    ['folder', runs.length === 1 ? folders[runs[0]!.run_id] : undefined],
  ];
  return facts.flatMap(([title, text]) => text === undefined ? [] : factOf(title, text, width));
}

function factOf(title: string, text: string, width: number): string[] {
  const [first, ...rest] = wrapText(printableLine(text), width - indent);
  return [`${chalk.dim(title.padEnd(indent))}${first!}`, ...rest.map(line => ' '.repeat(indent) + line)];
}

function join(runs: readonly RunDetails[], text: (run: RunDetails) => string | undefined): string | undefined {
  const texts = [...new Set(runs.map(run => text(run)).filter(each => each !== undefined))];
  return texts.length === 0 ? undefined : texts.join('; ');
}

function timesOf({queued_at: queued, started_at: started, ended_at: ended, seconds, attempts, resumed_epoch: resumed}: RunDetails): string {
  const parts = [
    `queued ${minute(queued)}`,
    ...started === null ? [] : [`began ${minute(started)}`],
    ...ended === null ? [] : [`ended ${minute(ended)}`],
    ...seconds === null ? [] : [`${formatDuration(seconds)} in all`],
    ...attempts > 1 ? [`${attempts} attempts`] : [],
    ...resumed === null ? [] : [`the last went on in epoch ${resumed}`],
  ];
  return `${parts.join(', ')} (UTC)`;
}

function minute(at: string): string {
  return at.slice(0, 16).replace('T', ' ');
}

function spread(values: readonly number[]): string {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return low === high ? String(low) : `${low} to ${high}`;
}
