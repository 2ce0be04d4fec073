import * as Plot from '@observablehq/plot';
import {printableLine} from '../../errors.js';
import {fitText} from './fit-text.js';
import {dashes, type LineStyle} from './line-style.js';
import {strokeShape} from './stroke-shape.js';
import {screenWidth} from './text-width.js';

/** What a mark or a line of a plot stands for. */
export type LegendEntry = {readonly text: string; readonly colour: string; readonly mark: 'dot' | 'ring' | 'diamond' | 'interval' | 'band' | LineStyle};

/** Entries with their places, in pixels from the legend's corner to the middles of their lines; and how high all are. */
export type Legend = {readonly entries: ReadonlyArray<LegendEntry & {readonly left: number; readonly top: number}>; readonly height: number};

const swatch = 24;
const [beforeText, gap, lineHeight] = [swatch + 6, 16, 18];

/** Places entries in so many pixels: beside each other where they fit, else in columns, which are read downwards. A longer text loses its middle. */
export function layLegend(given: readonly LegendEntry[], room: number): Legend {
  const entries = given.map(entry => ({...entry, text: fitText(printableLine(entry.text), room - beforeText)}));
  const widths = entries.map(({text}) => beforeText + screenWidth(text) + gap);
  const isOneLine = widths.reduce((sum, width) => sum + width, -gap) <= room;
  const column = Math.max(0, ...widths);
  const lines = isOneLine ? 1 : Math.ceil(entries.length / Math.max(1, Math.floor((room + gap) / column)));
  return {
    entries: entries.map((entry, index) => ({
      ...entry,
      left: isOneLine ? widths.slice(0, index).reduce((sum, width) => sum + width, 0) : column * Math.floor(index / lines),
      top: lineHeight * ((index % lines) + 0.5),
    })),
    height: entries.length === 0 ? 0 : lineHeight * lines,
  };
}

/** A legend whose corner is so far from a corner of a plot's frame. */
export function plotLegend({entries}: Legend, {anchor, dx, dy}: {readonly anchor: 'top-left' | 'bottom-left'; readonly dx: number; readonly dy: number}): Plot.Markish[] {
  return entries.flatMap(({left, top, ...entry}) => {
    const place = {frameAnchor: anchor, dx: dx + left, dy: dy + top} as const;
    return [markOf(entry, {...place, dx: place.dx + (swatch / 2)}), Plot.text([entry.text], {...place, dx: place.dx + beforeText, lineAnchor: 'middle', text: (text: string) => text, fill: 'var(--muted)'})];
  });
}

type Place = {readonly frameAnchor: 'top-left' | 'bottom-left'; readonly dx: number; readonly dy: number};

function markOf({mark, colour}: LegendEntry, place: Place): Plot.Markish {
  switch (mark) {
    case 'dot': {
      return Plot.dot([0], {...place, r: 3.5, fill: colour});
    }

    case 'ring': {
      return Plot.dot([0], {...place, r: 4.5, stroke: colour, strokeWidth: 1.5});
    }

    case 'diamond': {
      return Plot.dot([0], {...place, r: 4.5, symbol: 'diamond', fill: colour, stroke: colour});
    }

    case 'interval': {
      return stroke(place, {stroke: colour, strokeWidth: 3, strokeOpacity: 0.45, strokeLinecap: 'butt'});
    }

    case 'band': {
      return stroke(place, {stroke: colour, strokeWidth: 10, strokeOpacity: 0.25, strokeLinecap: 'butt'});
    }

    case 'solid':
    case 'dashed':
    case 'dotted': {
      return stroke(place, {stroke: colour, strokeWidth: 2, strokeDasharray: dashes[mark], strokeLinecap: 'butt'});
    }
  }
}

function stroke(place: Place, style: Plot.VectorOptions): Plot.Markish {
  return Plot.vector([0], {...place, anchor: 'middle', shape: strokeShape, length: swatch, rotate: 90, ...style});
}
