import type {ReportData, ReportRow} from './report-data.js';
import {reportGroups} from './report-groups.js';

/** Gives the drawing that is kept of these values, or draws it. */
export type KeepPiece = (kind: string, values: unknown, draw: () => Promise<string | undefined>) => Promise<string | undefined>;

/** The drawings of a report, as SVG; undefined where there is nothing to draw. */
export type ReportPieces = {
  readonly board: string | undefined;
  readonly overlay: string | undefined;
  readonly timeline: string | undefined;
  /** The same for telephones. */
  readonly narrow: NarrowPieces;
  readonly rows: ReadonlyMap<string, RowPieces>;
};

type NarrowPieces = {
  readonly board: string | undefined;
  readonly overlay: string | undefined;
  readonly timeline: string | undefined;
};

export type RowPieces = {
  readonly accuracy: string | undefined;
  readonly loss: string | undefined;
  readonly reliability: string | undefined;
  readonly network: string | undefined;
};

/** Draws what a report shows, or takes what is kept: the library of plots is loaded only where something is new. */
export async function drawPieces(data: ReportData, keep: KeepPiece): Promise<ReportPieces> {
  const groups = reportGroups(data.board);
  const lines = data.rows.map(({row, curves}) => [row.name, curves.map(({epochs}) => epochs)]);
  const rows = new Map<string, RowPieces>();
  for (const row of data.rows) {
    rows.set(row.row.name, await drawRow(row, keep));
  }

  return {
    board: await keep('board', groups, async () => {
      const {boardPlot} = await import('../plots/board-plot.js');
      return boardPlot(groups);
    }),
    overlay: data.rows.length < 2
      ? undefined
      : await keep('overlay', lines, async () => {
        const {overlayPlot} = await import('../plots/overlay-plot.js');
        return overlayPlot(data.rows, 'accuracy', {height: 400});
      }),
    timeline: await keep('timeline', data.timeline, async () => {
      const {timelinePlot} = await import('../plots/timeline-plot.js');
      return timelinePlot(data.timeline);
    }),
    narrow: await drawNarrow(data, lines, keep),
    rows,
  };
}

/** Of what is broad: made smaller nobody could read it. */
async function drawNarrow(data: ReportData, lines: unknown, keep: KeepPiece): Promise<NarrowPieces> {
  const width = 360;
  const groups = reportGroups(data.board);
  return {
    board: await keep('board, narrow', groups, async () => {
      const {boardPlot} = await import('../plots/board-plot.js');
      return boardPlot(groups, width);
    }),
    overlay: data.rows.length < 2
      ? undefined
      : await keep('overlay, narrow', lines, async () => {
        const {overlayPlot} = await import('../plots/overlay-plot.js');
        return overlayPlot(data.rows, 'accuracy', {width, height: 300});
      }),
    timeline: await keep('timeline, narrow', data.timeline, async () => {
      const {timelinePlot} = await import('../plots/timeline-plot.js');
      return timelinePlot(data.timeline, width);
    }),
  };
}

async function drawRow(row: ReportRow, keep: KeepPiece): Promise<RowPieces> {
  const {row: {name}, curves, history, reliability, network} = row;
  const trained = [name, history, curves.map(({seed, epochs, scores}) => [seed, epochs, scores?.best_epoch])];
  return {
    accuracy: await keep('accuracy', trained, async () => {
      const {curvePlot} = await import('../plots/curve-plot.js');
      return curvePlot(row, 'accuracy', {height: 310});
    }),
    loss: await keep('loss', trained, async () => {
      const {curvePlot} = await import('../plots/curve-plot.js');
      return curvePlot(row, 'loss', {height: 310});
    }),
    reliability: await keep('reliability', [name, reliability], async () => {
      const {reliabilityPlot} = await import('../plots/reliability-plot.js');
      return reliabilityPlot(row);
    }),
    network: await keep('network', [name, network], async () => {
      const {networkDrawing} = await import('../plots/network-drawing.js');
      return networkDrawing(row);
    }),
  };
}
