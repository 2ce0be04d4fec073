import type {BoardRow} from '../../domain/board-row.js';
import type {DigestedPicture} from '../../domain/dataset.js';
import type {GridAnswer, PhotoFile, ReportSplit} from '../../report/page/report-data.js';
import type {Places} from '../places.js';
import {copyPhotos} from '../subject/copy-photos.js';
import {chooseGrid} from './choose-grid.js';
import type {GatheredSubject} from './gather-subject.js';
import {gridAnswers} from './grid-answers.js';
import {hardestPhotos} from './hardest-photos.js';

/** A row of the leaderboard that has runs. */
export type GatheredRow = GatheredSubject & {readonly row: BoardRow};

export type GatheredSplits = {
  readonly splits: readonly ReportSplit[];
  /** What each row says of its split's photos, by its name. */
  readonly grids: ReadonlyMap<string, readonly GridAnswer[]>;
  readonly photos: ReadonlyMap<string, PhotoFile>;
};

/** What rows on the same pictures share: the photos that are shown of them, and which are hard for all. */
export async function gatherSplits(rows: readonly GatheredRow[], places: Places): Promise<GatheredSplits> {
  const grids = new Map<string, readonly GridAnswer[]>();
  const photos = new Map<string, PhotoFile>();
  const splits: ReportSplit[] = [];
  for (const [splitId, own] of groupBySplit(rows.filter(({scored}) => scored.length > 0))) {
    const {report: {split, facts}, validation} = own[0]!;
    const chosen = chooseGrid(validation, splitId);
    const grid = chosen.map(place => photoOf(validation[place]!, split.classes));
    const hardest = hardestPhotos(own);
    for (const row of own) {
      grids.set(row.row.name, gridAnswers(row, chosen));
    }

    const read = await copyPhotos(facts.config.dataset, [...grid, ...hardest], places);
    for (const [digest, photo] of read.photos) {
      photos.set(digest, photo);
    }

    const {dataset, training, validation: count} = split;
    const runs = own.reduce((sum, {scored}) => sum + scored.length, 0);
    splits.push({splitId, dataset, training, validation: count, grid, hardest, runs, missing: read.missing});
  }

  return {splits, grids, photos};
}

function groupBySplit(rows: readonly GatheredRow[]): Map<string, GatheredRow[]> {
  const groups = new Map<string, GatheredRow[]>();
  for (const row of rows) {
    const {split_id: id} = row.report.split;
    groups.set(id, [...groups.get(id) ?? [], row]);
  }

  return groups;
}

function photoOf({digest, path, classIndex}: DigestedPicture, classes: readonly string[]) {
  return {digest, path, class: classes[classIndex]!};
}
