import type {PhotoFile, ReportSplit} from '../../report/page/report-data.js';
import type {Places} from '../places.js';
import {copyPhotos} from '../subject/copy-photos.js';
import type {SplitTally} from './split-tally.js';

export type GatheredSplits = {readonly splits: readonly ReportSplit[]; readonly photos: ReadonlyMap<string, PhotoFile>};

/** What rows on the same pictures share: the photos that are shown of them, and which are hard for all. */
export async function gatherSplits(tallies: Iterable<SplitTally>, places: Places): Promise<GatheredSplits> {
  const photos = new Map<string, PhotoFile>();
  const splits: ReportSplit[] = [];
  for (const tally of tallies) {
    const {split: {split_id: splitId, dataset, training, validation}, grid, runs} = tally;
    const hardest = tally.hardest();
    const read = await copyPhotos(tally.dataset, [...grid, ...hardest], places);
    for (const [digest, photo] of read.photos) {
      photos.set(digest, photo);
    }

    splits.push({splitId, dataset, training, validation, grid, hardest, runs, missing: read.missing});
  }

  return {splits, photos};
}
