import * as Plot from '@observablehq/plot';
import type {TimelineRun} from '../page/report-data.js';
import {drawPlot} from './draw-plot.js';
import {labelRoom, shortLabel} from './label-room.js';

const laneHeight = 26;

type Bar = {readonly run: TimelineRun; readonly lane: string; readonly from: number; readonly to: number};

/** When which run was trained, on as many lanes of each device as it trained runs at once. */
export function timelinePlot(runs: readonly TimelineRun[], width = 1040): string | undefined {
  const bars = placeRuns(runs);
  if (bars.length === 0) {
    return undefined;
  }

  const start = Math.min(...bars.map(({from}) => from));
  const hours = (at: number) => (at - start) / 3_600_000;
  const span = hours(Math.max(...bars.map(({to}) => to)));
  const lanes = [...new Set(bars.map(({lane}) => lane))];
  const unit = span < 0.05 ? {name: 'seconds', factor: 3600} : (span < 3 ? {name: 'minutes', factor: 60} : {name: 'hours', factor: 1});
  const placed = bars.map(({run, lane, from, to}) => ({run, lane, from: unit.factor * hours(from), to: unit.factor * hours(to)}));
  const pixels = (width - labelRoom(lanes)) / Math.max(1e-9, unit.factor * span);
  return drawPlot({
    width,
    height: 58 + (laneHeight * lanes.length),
    marginLeft: labelRoom(lanes),
    marginTop: 10,
    marginBottom: 42,
    marginRight: 14,
    x: {label: `${unit.name} since ${new Date(start).toISOString().slice(0, 16).replace('T', ' ')} UTC`, labelArrow: 'none', grid: true},
    y: {domain: lanes, label: null, tickSize: 0, tickFormat: shortLabel, padding: 0.15},
    marks: [
      Plot.barX(placed, {y: 'lane', x1: 'from', x2: 'to', fill: ({run}) => run.status === 'done' ? 'var(--accent)' : 'var(--bad)', fillOpacity: 0.75, insetLeft: 0.5, insetRight: 0.5, title: ({run, from, to}) => `${run.runId}: ${run.status}, ${(to - from).toFixed(1)} ${unit.name}`}),
      Plot.text(placed.filter(({run, from, to}) => (to - from) * pixels > 8 * run.row.length), {y: 'lane', x: 'from', text: ({run}) => run.row, textAnchor: 'start', dx: 5, fill: 'var(--ground)'}),
    ],
  }, {title: 'The sweep over time', description: `${bars.length} runs on ${lanes.length} ${lanes.length === 1 ? 'slot' : 'slots'} in ${(unit.factor * span).toFixed(1)} ${unit.name}`});
}

/** Each on the first lane of its device that is free again. */
function placeRuns(runs: readonly TimelineRun[]): Bar[] {
  const free = new Map<string, number[]>();
  return runs
    .map(run => ({run, from: Date.parse(run.from), to: Date.parse(run.to)}))
    .toSorted((left, right) => left.from - right.from || (left.run.runId < right.run.runId ? -1 : 1))
    .map(({run, from, to}) => {
      const lanes = free.get(run.device) ?? [];
      const found = lanes.findIndex(until => until <= from);
      const lane = found === -1 ? lanes.length : found;
      lanes[lane] = to;
      free.set(run.device, lanes);
      return {run, lane: lane === 0 ? run.device : `${run.device} · ${lane + 1}`, from, to};
    });
}
