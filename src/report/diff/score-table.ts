import chalk from 'chalk';
import {cutText} from '../cut-text.js';
import {formatDuration} from '../format-duration.js';
import {formatSigned} from '../format-signed.js';
import {layoutTable} from '../layout-table.js';
import {scoreKinds} from '../score-kinds.js';
import type {Difference, Side} from './difference.js';

type Line = {readonly title: string; readonly text: (side: Side) => string; readonly difference?: string};

// Of the words before and the difference behind.
const aside = 36;

/** Both sides' scores side by side; differences only where both were asked about the same pictures. */
export function scoreTable(difference: Difference, width: number): string[] {
  const {from, to} = difference;
  const lines = linesOf(difference);
  const name = ({label}: Side) => cutText(label, Math.max(8, Math.floor((width - aside) / 2)), 'middle');
  return layoutTable([
    {title: '', cells: lines.map(({title}) => title)},
    {title: name(from), align: 'right', cells: lines.map(({text}) => text(from))},
    {title: name(to), align: 'right', cells: lines.map(({text}) => text(to))},
    {title: difference.verdict ? 'difference' : '', align: 'right', cells: lines.map(line => line.difference ?? '')},
  ], width, chalk.bold);
}

function linesOf({from, to, verdict}: Difference): Line[] {
  const scores = scoreKinds.map(({key, title, digits}): Line => {
    const [one, other] = [from.scores?.[key] ?? null, to.scores?.[key] ?? null];
    return {
      title,
      text: ({scores: of}) => of?.[key]?.toFixed(digits) ?? '–',
      ...verdict && one !== null && other !== null && {difference: formatSigned(other - one, digits)},
    };
  });
  const [last, ...others] = scores;
  return [
    {title: 'seeds', text: ({scored, runs, row}) => scored === runs.length && scored > 0 ? String(scored) : `${scored}/${runs.length === 0 ? row.config.seeds.length : runs.length}`},
    {title: 'epochs', text: ({row}) => String(row.config.epochs)},
    {title: 'time of a run', text: side => timeOf(side)},
    last!,
    {title: '  95 % interval', text: ({last: of}) => of ? `${of.interval.low.toFixed(3)} to ${of.interval.high.toFixed(3)}` : '–'},
    ...others,
  ];
}

function timeOf({runs}: Side): string {
  const seconds = runs.filter(({status}) => status === 'done').map(run => run.seconds ?? 0);
  return seconds.length === 0 ? '–' : formatDuration(seconds.reduce((sum, value) => sum + value, 0) / seconds.length);
}
