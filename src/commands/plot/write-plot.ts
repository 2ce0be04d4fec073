import path from 'node:path';
import type {RowFacts} from '../../domain/run-details.js';
import {errors} from '../../errors.js';
import {replaceFile} from '../../files/replace-file.js';
import {stackSvg, type Drawing} from '../../report/plots/stack-svg.js';
import {standaloneSvg} from '../../report/plots/standalone-svg.js';
import type {Store} from '../../store/open-store.js';
import {findRows} from '../board/find-rows.js';
import {isBelow} from '../board/is-below.js';
import {openResults} from '../find-store.js';
import {locateHistories} from '../locate-histories.js';
import {withScores} from '../with-scores.js';
import type {Places} from '../places.js';
import {readSubject} from '../subject/read-subject.js';
import {gatherSubject, type GatheredSubject} from '../subject/gather-subject.js';
import {tellNotes} from '../tell-notes.js';
import {drawBoard, drawPlots, type DrawWish, type PlotKind} from './draw-plots.js';
import {pictureForms, type PictureForm} from './picture-forms.js';

export type PlotWish = Pick<DrawWish, 'metric' | 'normalize'> & {
  readonly kind: PlotKind;
  readonly given: readonly string[];
  readonly output: string;
  /** Millimetres. */
  readonly width?: number;
  readonly title?: string;
};

const pixelsAMillimetre = 96 / 25.4;

/** Draws a picture into a file. Throws a UserError for what there is not, or where it cannot be written. */
export async function writePlot({kind, given, output, width, title, ...wish}: PlotWish, places: Places): Promise<void> {
  const form = formOf(output);
  const store = await withScores(openResults(places), places);
  const pixels = Math.round((width ?? (kind === 'board' || kind === 'grid' ? 180 : 130)) * pixelsAMillimetre);
  const drawings = kind === 'board'
    ? [{svg: drawBoard(await boardRows(given, store, places), pixels)}]
    : await drawSubjects(kind, await subjectsOf(kind, given, store, places), {...wish, width: pixels, places});
  store.close();
  const svg = stackSvg(drawings.map(({svg, heading}) => ({svg: standaloneSvg(svg), heading})), {width: pixels, title});
  const {bytes, notes, lacking} = await pictureForms[form](svg);
  if (lacking.length > 0) {
    throw errors.lettersLacking(output, lacking);
  }

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

async function drawSubjects(kind: Exclude<PlotKind, 'board'>, subjects: readonly GatheredSubject[], wish: DrawWish): Promise<Drawing[]> {
  const drawings = await drawPlots(kind, subjects, wish);
  // Where each subject has a picture of its own, that says whose it is.
  return drawings.map((svg, index) => ({svg, heading: subjects.length > 1 && drawings.length > 1 ? subjects[index]!.report.label : undefined}));
}

async function boardRows(given: readonly string[], store: Store, places: Places) {
  const {rows} = await findRows({paths: [], allProtocols: false}, places, store);
  if (given.length === 0) {
    return rows;
  }

  const names = new Set<string>();
  for (const word of given) {
    const named = rows.filter(({name}) => name === word);
    const below = named.length > 0 ? named : rows.filter(row => isBelow(row, word, places));
    const {row} = below.length > 0 ? {row: undefined} : await readSubject(word, store, places);
    for (const {name} of row ? [row] : below) {
      names.add(name);
    }
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

    subjects.push(gatherSubject({...subject, history: await historyOf(subject.row, places)}, store, places));
  }

  return subjects;
}

async function historyOf({name, file, published}: RowFacts, places: Places): Promise<string | null> {
  const history = published?.history;
  const located = history === undefined ? undefined : await locateHistories([{name, file, history}], places);
  return located?.get(name) ?? null;
}
