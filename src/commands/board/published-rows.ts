import path from 'node:path';
import type {BoardRow} from '../../domain/board-row.js';
import type {PublishedHistory} from '../../domain/published-history.js';
import {UserError} from '../../errors.js';
import {historyReading, type HistoryReading} from '../../score/published/history-reading.js';
import {identicalHistories} from '../../score/published/identical-histories.js';
import {readHistory} from '../../spec/published/read-history.js';
import type {Places} from '../places.js';
import {tellNotes} from '../tell-notes.js';
import {allFresh, noScores, noVerdict} from './no-scores.js';

type Named = {readonly name: string; readonly of: BoardRow; readonly history: PublishedHistory};

/** The published histories of these rows, each as a row of its own that says what its figures say. One that cannot be read is told. */
export function publishedRows(rows: readonly BoardRow[], {cwd}: Pick<Places, 'cwd'>): BoardRow[] {
  const files = new Map(rows.toReversed().flatMap(row => row.published_history === null ? [] : [[row.published_history, row] as const]));
  const histories = [...files].flatMap(([file, of]) => readNamed(file, of, cwd));
  const twins = identicalHistories(new Map(histories.map(({name, history}) => [name, history])));
  return histories.map(named => rowOf(named, twins.find(names => names.includes(named.name)) ?? []));
}

function readNamed(file: string, of: BoardRow, cwd: string): Named[] {
  try {
    return [{name: path.basename(file), of, history: readHistory(file, cwd)}];
  } catch (error) {
    if (!(error instanceof UserError)) {
      throw error;
    }

    tellNotes([`The published history of ${of.name} is left out. ${error.message}`]);
    return [];
  }
}

function rowOf({name, of, history}: Named, twins: readonly string[]): BoardRow {
  const reading = historyReading(history);
  return {
    ...noScores,
    ...noVerdict,
    ...allFresh,
    name,
    file: of.published_history!,
    parent: null,
    changes: [],
    changed: 0,
    dataset: of.dataset,
    synthetic: false,
    image_size: of.image_size,
    interpolation: of.interpolation,
    preprocess: of.preprocess,
    seeds: 1,
    seeds_planned: 1,
    epochs: reading.epochs,
    features: null,
    last: reading.last.accuracy,
    best: reading.best.accuracy,
    mean_last: reading.meanOfLast,
    protocol_low: null,
    protocol_high: null,
    published: of.published,
    published_history: of.published_history,
    validation_pictures: reading.restsOn?.[0]?.pictures ?? null,
    status: 'published',
    reproduction: null,
    reading: inWords(reading, twins.filter(twin => twin !== name)),
  };
}

function inWords({best, restsOn}: HistoryReading, twins: readonly string[]): string {
  const count = best.count ? `best is ${best.count.right} of ${best.count.pictures}, in epoch ${best.epoch}` : `best in epoch ${best.epoch}`;
  const basis = restsOn ? '' : ', on how many pictures its figures do not tell';
  return `${count}${basis}${twins.length > 0 ? `; same figures as ${twins.join(', ')}` : ''}`;
}
