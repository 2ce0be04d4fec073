import type {BoardRow} from '../../domain/board-row.js';
import {errors} from '../../errors.js';
import type {ReportSubject} from '../../report/page/report-data.js';
import {reportGroups} from '../../report/page/report-groups.js';
import {boardPlot} from '../../report/plots/board-plot.js';
import {confusionPlot, type Normalize} from '../../report/plots/confusion-plot.js';
import {curvePlot} from '../../report/plots/curve-plot.js';
import type {CurveKind} from '../../report/plots/curve-series.js';
import {mostTold} from '../../report/plots/line-style.js';
import {networkDrawing} from '../../report/plots/network-drawing.js';
import {overlayPlot} from '../../report/plots/overlay-plot.js';
import type {Places} from '../places.js';
import type {GatheredSubject} from '../subject/gather-subject.js';
import {tellNotes} from '../tell-notes.js';
import {drawGrid} from './draw-grid.js';
import {overlayNotes} from './overlay-notes.js';

export type PlotKind = 'board' | 'curves' | 'confusion' | 'grid' | 'network';

export type DrawWish = {
  /** Pixels. */
  readonly width: number;
  readonly places: Places;
  /** What curves show; both for one subject, accuracy for several, unless it is said. */
  readonly metric?: CurveKind;
  readonly normalize?: Normalize;
};

/** The leaderboard's picture. Throws a UserError where no row has a score. */
export function drawBoard(rows: readonly BoardRow[], width: number): string {
  return boardPlot(reportGroups(rows), width) ?? missing('board', 'no row has a score yet');
}

/** The pictures of subjects, to stand below each other; curves of several over each other. Throws a UserError where there is nothing to draw. */
export async function drawPlots(kind: Exclude<PlotKind, 'board'>, subjects: readonly GatheredSubject[], wish: DrawWish): Promise<string[]> {
  const reports = subjects.map(({report}) => report);
  const {width, metric, normalize} = wish;
  switch (kind) {
    case 'curves': {
      return reports.length > 1 ? [drawOverlay(reports, wish)] : drawCurves(reports[0]!, {width, metric});
    }

    case 'confusion': {
      return reports.map(report => confusionPlot(report, {width, normalize}) ?? missing('confusion', `${report.label} has no stored probabilities: it is not done, or was trained by an earlier ablate`));
    }

    case 'network': {
      return reports.map(report => networkDrawing(report, width));
    }

    case 'grid': {
      return Promise.all(subjects.map(async subject => drawGrid(subject, wish)));
    }
  }
}

function drawCurves(report: ReportSubject, {width, metric}: Pick<DrawWish, 'width' | 'metric'>): string[] {
  const kinds: readonly CurveKind[] = metric ? [metric] : ['accuracy', 'loss'];
  return kinds.map(kind => curvePlot(report, kind, {width}) ?? missing('curves', `${report.label} has completed no epoch`));
}

function drawOverlay(reports: readonly ReportSubject[], {width, metric}: DrawWish): string {
  if (reports.length > mostTold) {
    throw errors.tooManyLines(reports.length, mostTold);
  }

  tellNotes(overlayNotes(reports));
  return overlayPlot(reports, metric, {width}) ?? missing('curves', 'none of these has completed two epochs');
}

function missing(kind: PlotKind, why: string): never {
  throw errors.nothingToPlot(kind, why);
}
