import type {PlannedRun} from '../domain/planned-run.js';
import {progressBars} from './progress-bars.js';
import {progressJson} from './progress-json.js';
import {progressLines} from './progress-lines.js';
import type {ProgressView} from './progress-view.js';
import {SweepProgress} from './sweep-progress.js';

/** Where a sweep is shown, and whether to a program. */
export type SweepOutput = {readonly stream: NodeJS.WriteStream; readonly json: boolean};

/** Bars on a terminal, lines elsewhere, JSON lines for a program. */
export function sweepView(runs: readonly PlannedRun[], slots: number, {stream, json}: SweepOutput): ProgressView {
  const write = (line: string) => {
    stream.write(`${line}\n`);
  };

  if (json) {
    return progressJson(write);
  }

  const sweep = new SweepProgress(runs, slots);
  return stream.isTTY ? progressBars(sweep, stream) : progressLines(sweep, write);
}
