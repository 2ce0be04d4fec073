import {Buffer} from 'node:buffer';
import path from 'node:path';
import {errors, UserError} from '../../errors.js';
import {leftOutNotes} from '../../report/board/left-out-notes.js';
import {drawPieces} from '../../report/page/draw-pieces.js';
import {reportMarkdown} from '../../report/page/report-markdown.js';
import {reportPage} from '../../report/page/report-page.js';
import {openResults} from '../find-store.js';
import {tellNotes} from '../tell-notes.js';
import {withScores} from '../with-scores.js';
import type {Places} from '../places.js';
import {gatherReport} from './gather-report.js';
import {KeptPieces} from './kept-pieces.js';
import {writeFolder} from './write-folder.js';

export type WrittenReport = {readonly page: string; readonly rows: number; readonly bytes: number};

/** Writes the report, and gives where. Throws a UserError where nothing is stored, and where the folder cannot be written. */
export async function writeReport(paths: readonly string[], places: Places, output?: string): Promise<WrittenReport> {
  const store = await withScores(openResults(places), places);
  const data = await gatherReport(paths, store, places);
  store.close();
  tellNotes(leftOutNotes(data.leftOut));
  const kept = await KeptPieces.open(path.join(places.runs, 'report', '.pieces.json'));
  const pieces = await drawPieces(data, kept.keep);
  const text = reportPage(data, pieces);
  const markdown = reportMarkdown(data, pieces);
  const folder = output === undefined ? path.join(places.runs, 'report') : path.resolve(places.cwd, output);
  const page = path.join(folder, 'index.html');
  try {
    await writeFolder(folder, new Map([...markdown.pictures, ['report.md', markdown.text], ['index.html', text]]));
  } catch (error) {
    throw error instanceof UserError ? error : errors.cannotWriteReport(page, error);
  }

  await kept.save();
  return {page: path.relative(places.cwd, page), rows: data.board.length, bytes: Buffer.byteLength(text)};
}
