import type {ShownPart} from '../../domain/shown-part.js';
import {bestText} from './best-text.js';
import {boardSection} from './board-section.js';
import {caveatSection} from './caveat-section.js';
import type {ReportPieces} from './draw-pieces.js';
import {figure} from './figure.js';
import {markup, type Html} from './markup.js';
import {originSection} from './origin-section.js';
import {overlaySection} from './overlay-section.js';
import {photoPool, photoSection} from './photo-section.js';
import type {ReportData} from './report-data.js';
import {rowId} from './row-id.js';
import {rowSection} from './row-section.js';

/** All that a report's page shows, in its order, in parts that can each be drawn anew. */
export function pageParts(data: ReportData, pieces: ReportPieces): ShownPart[] {
  const sections: ReadonlyArray<readonly [id: string, html: Html | undefined]> = [
    ['leaderboard', boardSection(data)],
    ['caveats', caveatSection(data)],
    ['scores', pieces.board === undefined ? undefined : markup`<section id="scores" aria-labelledby="scores-title"><h2 id="scores-title">Scores</h2>${figure(pieces.board, 'Rows that can be compared stand together. Hover over a mark for its figures.', '', pieces.narrow.board)}</section>`],
    ['curves', overlaySection(data, pieces)],
    ['photos', photoSection(data)],
    ['rows', data.rows.length === 0 ? undefined : markup`<section id="rows" aria-labelledby="rows-title"><h2 id="rows-title">Rows</h2><div id="all-rows" data-kept></div></section>`],
    ['timeline', pieces.timeline === undefined ? undefined : markup`<section id="timeline" aria-labelledby="timeline-title"><h2 id="timeline-title">The sweep</h2>${figure(pieces.timeline, 'When each run was trained, from its last beginning to its end, on as many lanes as runs were trained at once.', '', pieces.narrow.timeline)}</section>`],
    ['origin', originSection(data)],
  ];
  const parts: ReadonlyArray<Omit<ShownPart, 'html'> & {readonly html: Html}> = [
    {id: 'pool', place: 'top', html: photoPool(data)},
    {id: 'head', place: 'top', html: markup`<header id="head"><h1>${titleOf(data)}</h1>${summaryOf(data)}${contents(data, pieces)}</header>`},
    ...sections.flatMap(([id, html]) => html === undefined ? [] : [{id, place: 'main', html} as const]),
    ...data.rows.map((row, index) => ({
      id: rowId(row.row.name), place: 'rows', html: rowSection(row, data, {pieces: pieces.rows.get(row.row.name)!, isOpen: index === 0}),
    } as const)),
  ];
  return parts.map(({html, ...part}) => ({...part, html: html.text}));
}

export function titleOf({splits, board}: Pick<ReportData, 'splits' | 'board'>): string {
  const names = [...new Set([...splits.map(({dataset}) => dataset), ...splits.length === 0 ? board.map(({dataset}) => dataset) : []])];
  return `Ablations on ${names.join(', ')}`;
}

function summaryOf({board, rows}: ReportData): Html {
  const runs = rows.reduce((sum, {scored}) => sum + scored, 0);
  return markup`<p class="lead">${board.length} ${board.length === 1 ? 'row' : 'rows'}, ${runs} finished ${runs === 1 ? 'run' : 'runs'}.${bestText(board)}</p>`;
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
