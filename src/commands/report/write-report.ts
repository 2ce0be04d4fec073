import {mkdir, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {Buffer} from 'node:buffer';
import path from 'node:path';
import {errors} from '../../errors.js';
import {replaceFile} from '../../files/replace-file.js';
import {drawPieces} from '../../report/page/draw-pieces.js';
import {reportMarkdown} from '../../report/page/report-markdown.js';
import {reportPage} from '../../report/page/report-page.js';
import {openResults} from '../find-store.js';
import {withScores} from '../with-scores.js';
import type {Places} from '../places.js';
import {gatherReport} from './gather-report.js';
import {KeptPieces} from './kept-pieces.js';

export type WrittenReport = {readonly page: string; readonly rows: number; readonly bytes: number};

/** Writes the report, and gives where. Throws a UserError where nothing is stored, and where the folder cannot be written. */
export async function writeReport(paths: readonly string[], places: Places, output?: string): Promise<WrittenReport> {
  const store = await withScores(openResults(places), places);
  const data = await gatherReport(paths, store, places);
  store.close();
  const kept = await KeptPieces.open(path.join(places.runs, 'report', '.pieces.json'));
  const pieces = await drawPieces(data, kept.keep);
  const text = reportPage(data, pieces);
  const markdown = reportMarkdown(data, pieces);
  const folder = output === undefined ? path.join(places.runs, 'report') : path.resolve(places.cwd, output);
  const page = path.join(folder, 'index.html');
  try {
    await writePictures(folder, markdown.pictures);
    await replaceFile(path.join(folder, 'report.md'), markdown.text);
    await replaceFile(page, text);
    await kept.save();
  } catch (error) {
    throw errors.cannotWriteReport(page, error);
  }

  return {page: path.relative(places.cwd, page), rows: data.board.length, bytes: Buffer.byteLength(text)};
}

/** Those that changed; what an earlier report left over goes. */
async function writePictures(folder: string, pictures: ReadonlyMap<string, string>): Promise<void> {
  await mkdir(path.join(folder, 'pictures'), {recursive: true});
  for (const name of await readdir(path.join(folder, 'pictures'))) {
    if (name.endsWith('.svg') && !pictures.has(`pictures/${name}`)) {
      await rm(path.join(folder, 'pictures', name));
    }
  }

  for (const [name, content] of pictures) {
    const file = path.join(folder, name);
    const old = await readFile(file, 'utf8').catch(() => undefined);
    if (old !== content) {
      await writeFile(file, content);
    }
  }
}
