import type {ExportedEpoch} from '../../domain/exported-run.js';
import type {RunRow} from '../../domain/run-row.js';
import {formatDuration} from '../format-duration.js';
import {markup, raw, type Html} from '../page/markup.js';
import {prose} from '../page/prose.js';
import type {NowData, RunningRun, WaitingRun} from './now-data.js';
import {smallCurve} from './small-curve.js';

// Of those that wait, and of those that failed; others can be unfolded, but not ten thousand.
const [firstShown, mostShown] = [5, 100];

/** What is going on in pieces, so that only those need be sent that differ from what a page has: a run in training each, and a list each. */
export type NowPieces = {
  /** With an empty element in place of each piece, which has its key and `data-same`. */
  readonly frame: string;
  readonly pieces: ReadonlyMap<string, string>;
};

/** Takes in a piece, and gives what stands in its place. */
type Put = (element: 'li' | 'div', key: string, piece: Html) => Html;

/** What is going on: what is trained and how far it is, what waits, what failed. */
export function nowSection(now: NowData): Html {
  return layOut(now, (_element, _key, piece) => piece);
}

/** The same, taken apart. */
export function nowPieces(now: NowData): NowPieces {
  const pieces = new Map<string, string>();
  const frame = layOut(now, (element, key, {text}) => {
    pieces.set(key, text);
    return markup`<${raw(element)} data-key="${key}" data-same></${raw(element)}>`;
  });
  return {frame: frame.text, pieces};
}

function layOut({running, waiting, failed, trouble, ...sum}: NowData, put: Put): Html {
  return markup`<h2 id="now-title">Now</h2>
${trouble !== undefined && sum.state === 'empty' ? undefined : markup`<p class="sum" data-key="sum">${sumOf(sum)}</p>`}
${trouble === undefined ? undefined : markup`<p class="trouble" data-key="trouble">${prose(trouble)}</p>`}
${running.length === 0
  ? undefined
  : markup`<ul class="running" data-key="running" aria-label="In training">${running.map(each => put('li', each.run.run_id, runningLine(each)))}</ul>
<p class="small" data-key="legend">Curves: accuracy by epoch so far, on the training photos dashed.</p>`}
${waiting.length === 0 ? undefined : put('div', 'Waiting', listOf('Waiting', waiting, waitingLine))}
${failed.length === 0 ? undefined : put('div', 'Not finished', listOf('Not finished', failed, failedLine))}`;
}

function sumOf({state, done, total, secondsLeft}: Omit<NowData, 'running' | 'waiting' | 'failed' | 'trouble'>): Html {
  if (state === 'empty') {
    return prose('Nothing was trained in this folder yet. What `ablate run` trains appears here by itself.');
  }

  const left = secondsLeft === undefined ? '' : `, about ${formatDuration(secondsLeft)} left`;
  const what = state === 'paused' ? ' Paused: `ablate resume` lets the runs go on.' : (state === 'live' ? '' : ' Nobody is at work in this folder.');
  return prose(`${done} of ${total} ${total === 1 ? 'run' : 'runs'} done${left}.${what}`);
}

function runningLine({run, epochs, secondsLeft}: RunningRun): Html {
  const {epochs: all} = run;
  const last = epochs.at(-1);
  const title = titleOf(run);
  const left = secondsLeft === undefined ? '' : (secondsLeft < 1 ? 'finishing' : `about ${formatDuration(secondsLeft)} left`);
  const done = last?.epoch ?? 0;
  return markup`<li data-key="${run.run_id}">
<div class="head"><b>${title}</b> <span class="facts-of-run">${last ? factsOf(last, all) : `starting: no epoch of ${all} yet`}${run.attempts > 1 ? ` · attempt ${run.attempts}` : ''}</span> <span class="left">${left}</span></div>
<div class="progress" role="progressbar" aria-label="${title}" aria-valuemin="0" aria-valuemax="${all}" aria-valuenow="${done}" aria-valuetext="${done} of ${all} epochs"><div style="width:${(100 * done / all).toFixed(1)}%"></div></div>
${smallCurve(epochs, all)}
${logOf(run)}</li>`;
}

function factsOf({epoch, loss, accuracy, val_accuracy: validation, seconds}: ExportedEpoch, all: number): string {
  const number = (value: number | null) => value?.toFixed(3) ?? '–';
  return `epoch ${epoch} of ${all} · loss ${number(loss)} · accuracy ${number(accuracy)} · validation ${number(validation)} · ${pace(seconds)} an epoch`;
}

function pace(seconds: number): string {
  return seconds < 0.095 ? `${Math.round(1000 * seconds)} ms` : formatDuration(seconds);
}

function listOf<Entry>(title: string, entries: readonly Entry[], line: (entry: Entry) => Html): Html {
  const [first, others] = [entries.slice(0, firstShown), entries.slice(firstShown, mostShown)];
  const rest = entries.length - first.length - others.length;
  return markup`<div class="list" data-key="${title}"><h3>${title} <span class="small">${entries.length}</span></h3>
<ul>${first.map(entry => line(entry))}</ul>
${others.length === 0 ? undefined : markup`<details class="inner" data-key="more-${title}"><summary>${others.length + rest} more</summary><ul>${others.map(entry => line(entry))}</ul>${rest === 0 ? undefined : markup`<p>${prose(`And ${rest} more: \`ablate status\` lists them.`)}</p>`}</details>`}</div>`;
}

function waitingLine({run, why}: WaitingRun): Html {
  return markup`<li data-key="${run.run_id}"><b>${titleOf(run)}</b> <span class="small">${run.epochs_done > 0 ? `${run.epochs_done} of ${run.epochs} epochs · ` : ''}${prose(why)}</span>${logOf(run)}</li>`;
}

function failedLine(run: RunRow): Html {
  const {status, problem_code: code, problem, hint, run_id: id} = run;
  // Its status says the same.
  const why = code === 'run-cancelled' ? null : problem;
  const head = markup`<b>${titleOf(run)}</b> <span class="ended-${status}">${status}</span>`;
  return markup`<li data-key="${id}"><div class="head">${head}</div>${why === null ? undefined : markup`<p>${prose(why)}</p>`}${hint === null ? undefined : markup`<p class="small">${prose(hint)}</p>`}${logOf(run)}</li>`;
}

function logOf({run_id: id, name, seed}: RunRow): Html {
  return markup`<details class="log" data-key="log-${id}" data-run="${id}"><summary>Log</summary><pre data-kept tabindex="0" role="group" aria-label="Log of ${name} seed ${seed}"></pre></details>`;
}

function titleOf({name, seed}: RunRow): string {
  return `${name} seed ${seed}`;
}
