import type {ReportPieces} from './draw-pieces.js';
import {htmlDocument} from './html-document.js';
import {joinParts} from './join-parts.js';
import {pageParts, titleOf} from './page-parts.js';
import type {ReportData} from './report-data.js';

/** The report as one HTML file, which asks nobody for anything. */
export function reportPage(data: ReportData, pieces: ReportPieces): string {
  return htmlDocument({title: titleOf(data), body: joinParts(pageParts(data, pieces)), assets: [{script: 'page', style: 'page'}, {script: 'lines', style: 'lines'}]}).text;
}
