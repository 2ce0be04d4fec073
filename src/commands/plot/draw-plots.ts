import type {BoardRow} from '../../domain/board-row.js';
import {errors} from '../../errors.js';
import {reportGroups} from '../../report/page/report-groups.js';
import {boardPlot} from '../../report/plots/board-plot.js';
import {confusionPlot} from '../../report/plots/confusion-plot.js';
import {curvePlot} from '../../report/plots/curve-plot.js';
import {networkDrawing} from '../../report/plots/network-drawing.js';
import {overlayPlot} from '../../report/plots/overlay-plot.js';
import {photoGrid} from '../../report/plots/photo-grid.js';
import type {Places} from '../places.js';
import {chooseGrid} from '../subject/choose-grid.js';
import type {GatheredSubject} from '../subject/gather-subject.js';
import {gridAnswers} from '../subject/grid-answers.js';
import {copyPhotos} from '../subject/copy-photos.js';
import {tellNotes} from '../tell-notes.js';

export type PlotKind = 'board' | 'curves' | 'confusion' | 'grid' | 'network';

/** The leaderboard's picture. Throws a UserError where no row has a score. */
export function drawBoard(rows: readonly BoardRow[], width: number): string {
  return boardPlot(reportGroups(rows), width) ?? missing('board', 'no row has a score yet');
}

/** The pictures of subjects, to stand below each other; curves of several over each other. Throws a UserError where there is nothing to draw. */
export async function drawPlots(kind: Exclude<PlotKind, 'board'>, subjects: readonly GatheredSubject[], {width, places}: {readonly width: number; readonly places: Places}): Promise<string[]> {
  const reports = subjects.map(({report}) => report);
  switch (kind) {
    case 'curves': {
      return reports.length > 1
        ? [overlayPlot(reports, {width, height: Math.round(0.6 * width), isNamed: true}) ?? missing('curves', 'none of these has completed two epochs')]
        : (['accuracy', 'loss'] as const).map(which => curvePlot(reports[0]!, which, {width, height: Math.round(0.6 * width)}) ?? missing('curves', `${reports[0]!.label} has completed no epoch`));
    }

    case 'confusion': {
      return reports.map(report => confusionPlot(report, width) ?? missing('confusion', `${report.label} has no stored probabilities: it is not done, or was trained by an earlier ablate`));
    }

    case 'network': {
      return reports.map(report => networkDrawing(report));
    }

    case 'grid': {
      return Promise.all(subjects.map(async subject => drawGrid(subject, places)));
    }
  }
}

async function drawGrid(subject: GatheredSubject, places: Places): Promise<string> {
  const {report: {label, split, facts}, validation} = subject;
  const chosen = chooseGrid(validation, split.split_id);
  const answers = gridAnswers(subject, chosen);
  if (answers.length === 0) {
    return missing('grid', `${label} has no stored probabilities: it is not done, or was trained by an earlier ablate`);
  }

  const wanted = chosen.map(place => ({...validation[place]!, class: split.classes[validation[place]!.classIndex]!}));
  const {photos, missing: lost} = await copyPhotos(facts.config.dataset, wanted, places);
  tellNotes(lost === null ? [] : [lost]);
  return photoGrid(
    wanted.map((photo, index) => ({...answers[index]!, truth: photo.class, jpeg: photos.get(photo.digest)?.jpeg})),
    `${label}: ${wanted.length} validation photos`,
  );
}

function missing(kind: PlotKind, why: string): never {
  throw errors.nothingToPlot(kind, why);
}
