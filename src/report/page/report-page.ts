import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {plotColours} from '../plots/plot-colours.js';
import {boardSection} from './board-section.js';
import {caveatSection} from './caveat-section.js';
import type {ReportPieces} from './draw-pieces.js';
import {figure} from './figure.js';
import {markup, raw, type Html} from './markup.js';
import {originSection} from './origin-section.js';
import {overlaySection} from './overlay-section.js';
import {photoPool, photoSection} from './photo-section.js';
import type {ReportData} from './report-data.js';
import {rowSection} from './row-section.js';

/** The report as one HTML file, which asks nobody for anything. */
export function reportPage(data: ReportData, pieces: ReportPieces): string {
  const script = asset('page.js');
  const style = `${colours()}\n${asset('page.css')}`;
  const policy = `default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`;
  return `${markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="color-scheme" content="light dark">
<title>${titleOf(data)}</title>
<style>${raw(style)}</style>
</head>
<body>
<a class="skip" href="#leaderboard">Skip to the leaderboard</a>
${photoPool(data)}
<header><h1>${titleOf(data)}</h1>${summaryOf(data)}${contents(data, pieces)}</header>
<main>
${boardSection(data)}
${caveatSection(data)}
${pieces.board === undefined ? undefined : markup`<section id="scores" aria-labelledby="scores-title"><h2 id="scores-title">Scores</h2>${figure(pieces.board, 'Rows that can be compared stand together. Hover over a mark for its figures.')}</section>`}
${overlaySection(data, pieces)}
${photoSection(data)}
<section id="rows" aria-labelledby="rows-title"><h2 id="rows-title">Rows</h2>
${data.rows.map((row, index) => rowSection(row, data, {pieces: pieces.rows.get(row.row.name)!, isOpen: index === 0}))}
</section>
${pieces.timeline === undefined ? undefined : markup`<section id="timeline" aria-labelledby="timeline-title"><h2 id="timeline-title">The sweep</h2>${figure(pieces.timeline, 'When each run was trained, from its last beginning to its end, on as many lanes as runs were trained at once.')}</section>`}
${originSection(data)}
</main>
<script type="module">${raw(script)}</script>
</body>
</html>`.text}\n`;
}

// From build/src/report/page/: neither is compiled.
function asset(name: string): string {
  return readFileSync(new URL(`../../../../src/report/page/assets/${name}`, import.meta.url), 'utf8').trim();
}

function colours(): string {
  const list = (index: 0 | 1) => Object.entries(plotColours).map(([name, pair]) => `--${name}:${pair[index]}`).join(';');
  return `:root{${list(0)}}\n@media screen and (prefers-color-scheme:dark){:root{${list(1)}}}`;
}

function titleOf({splits, board}: ReportData): string {
  const names = [...new Set([...splits.map(({dataset}) => dataset), ...splits.length === 0 ? board.map(({dataset}) => dataset) : []])];
  return `Ablations on ${names.join(', ')}`;
}

function summaryOf({board, rows}: ReportData): Html {
  const best = board.find(({last}) => last !== null);
  const runs = rows.reduce((sum, {scored}) => sum + scored, 0);
  const found = best ? ` Best after its last epoch: ${best.name}, ${percent(best.last!)}${best.last_low === null ? '' : ` (95 %: ${percent(best.last_low)} to ${percent(best.last_high!)})`}.` : '';
  return markup`<p class="lead">${board.length} ${board.length === 1 ? 'row' : 'rows'}, ${runs} finished ${runs === 1 ? 'run' : 'runs'}.${found}</p>`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function contents({rows, splits}: ReportData, {board, overlay, timeline}: ReportPieces): Html {
  const entries: Array<readonly [id: string, title: string, isThere: boolean]> = [
    ['leaderboard', 'Leaderboard', true],
    ['scores', 'Scores', board !== undefined],
    ['curves', 'Curves', overlay !== undefined],
    ['photos', 'Hardest photos', splits.length > 0],
    ['rows', 'Rows', rows.length > 0],
    ['timeline', 'The sweep', timeline !== undefined],
    ['origin', 'To make it again', true],
  ];
  return markup`<nav aria-label="Contents"><ul>${entries.filter(entry => entry[2]).map(([id, title]) => markup`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>`;
}
