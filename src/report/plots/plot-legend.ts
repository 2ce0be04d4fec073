import * as Plot from '@observablehq/plot';
import {printableLine} from '../../errors.js';
import {cellWidth} from '../cell-width.js';

/** What a mark or a line of a plot stands for. */
export type LegendEntry = {readonly text: string; readonly colour: string; readonly mark: 'dot' | 'ring' | 'diamond' | 'line' | 'dotted'};

const pixelsACharacter = 6.4;

/** A line of entries above a plot, from so far right of its frame's corner. */
export function plotLegend(entries: readonly LegendEntry[], {dx, dy}: {readonly dx: number; readonly dy: number}): Plot.Markish[] {
  let from = dx;
  return entries.flatMap(entry => {
    const at = from;
    from += 38 + (pixelsACharacter * cellWidth(entry.text));
    return [markOf(entry, at, dy), Plot.text([entry.text], {frameAnchor: 'top-left', lineAnchor: 'middle', dx: at + 20, dy, text: (text: string) => printableLine(text), fill: 'var(--muted)'})];
  });
}

function markOf({mark, colour}: LegendEntry, dx: number, dy: number): Plot.Markish {
  const place = {frameAnchor: 'top-left', dx: dx + 8, dy, r: 4.5, stroke: colour} as const;
  switch (mark) {
    case 'dot': {
      return Plot.dot([0], {...place, x: undefined, fill: colour});
    }

    case 'ring': {
      return Plot.dot([0], {...place, r: 4, fill: 'var(--ground)'});
    }

    case 'diamond': {
      return Plot.dot([0], {...place, symbol: 'diamond', fill: colour});
    }

    case 'line':
    case 'dotted': {
      return Plot.vector([0], {frameAnchor: 'top-left', anchor: 'middle', shape: dash, length: 16, rotate: 90, dx: dx + 8, dy, stroke: colour, strokeWidth: 2.5, ...mark === 'dotted' && {strokeDasharray: '1.5 3'}});
    }
  }
}

/** A line in place of an arrow. */
const dash: Plot.VectorShapeImplementation = {
  draw(context, length) {
    context.moveTo(0, 0);
    context.lineTo(0, -length);
  },
};
