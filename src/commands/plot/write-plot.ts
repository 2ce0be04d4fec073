import path from 'node:path';
import {errors} from '../../errors.js';
import {replaceFile} from '../../files/replace-file.js';
import {stackSvg} from '../../report/plots/stack-svg.js';
import {standaloneSvg} from '../../report/plots/standalone-svg.js';
import type {Store} from '../../store/open-store.js';
import {findRows} from '../board/find-rows.js';
import {openResults} from '../find-store.js';
import {withScores} from '../with-scores.js';
import type {Places} from '../places.js';
import {readSubject} from '../subject/read-subject.js';
import {gatherSubject, type GatheredSubject} from '../subject/gather-subject.js';
import {tellNotes} from '../tell-notes.js';
import {drawBoard, drawPlots, type PlotKind} from './draw-plots.js';
import {pictureForms, type PictureForm} from './picture-forms.js';

export type PlotWish = {
  readonly kind: PlotKind;
  readonly given: readonly string[];
  readonly output: string;
  /** Millimetres. */
  readonly width?: number;
};

const pixelsAMillimetre = 96 / 25.4;

/** Draws a picture into a file. Throws a UserError for what there is not, or where it cannot be written. */
export async function writePlot({kind, given, output, width}: PlotWish, places: Places): Promise<void> {
  const form = formOf(output);
  const store = await withScores(openResults(places), places);
  const pixels = Math.round((width ?? (kind === 'board' || kind === 'grid' ? 180 : 130)) * pixelsAMillimetre);
  const drawings = kind === 'board'
    ? [drawBoard(await boardRows(given, store, places), pixels)]
    : await drawPlots(kind, await subjectsOf(kind, given, store, places), {width: pixels, places});
  store.close();
  const svg = stackSvg(drawings.map(drawing => standaloneSvg(drawing)), pixels);
  const {bytes, notes} = await pictureForms[form](svg);
  tellNotes(notes);
  try {
    await replaceFile(path.resolve(places.cwd, output), [bytes]);
  } catch (error) {
    throw errors.cannotWriteReport(output, error);
  }
}

function formOf(output: string): PictureForm {
  const form = path.extname(output).slice(1).toLowerCase();
  if (!Object.hasOwn(pictureForms, form)) {
    throw errors.badPictureFile(output, Object.keys(pictureForms));
  }

  return form as PictureForm;
}

async function boardRows(given: readonly string[], store: Store, places: Places) {
  const {rows} = await findRows({paths: [], allProtocols: false}, places, store);
  if (given.length === 0) {
    return rows;
  }

  const names = new Set<string>();
  for (const word of given) {
    const {row} = await readSubject(word, store, places);
    names.add(row.name);
  }

  return rows.filter(({name}) => names.has(name));
}

async function subjectsOf(kind: PlotKind, given: readonly string[], store: Store, places: Places): Promise<GatheredSubject[]> {
  if (given.length === 0) {
    throw errors.nothingToPlot(kind, 'name a run or a row');
  }

  const subjects: GatheredSubject[] = [];
  for (const word of given) {
    const subject = await readSubject(word, store, places);
    if (subject.runs.length === 0) {
      throw errors.notRun(subject.label, subject.row.file);
    }

    subjects.push(gatherSubject(subject, store, places));
  }

  return subjects;
}
