import * as Plot from '@observablehq/plot';
import {printableLine} from '../../errors.js';
import type {ClassDetail} from '../show/detail.js';
import type {ReportSubject} from '../page/report-data.js';
import {breakText} from './break-text.js';
import {drawPlot} from './draw-plot.js';
import {fitText} from './fit-text.js';
import {deepFrom} from './plot-colours.js';
import {textWidth} from './text-width.js';

/** What shares are of: of what is of a class, of what was said to be, or of all pictures; named as scikit-learn does. */
export type Normalize = 'true' | 'pred' | 'all';

type ConfusionWish = {readonly width: number; readonly normalize?: Normalize};

type Cell = {readonly is: string; readonly said: string; readonly count: number; readonly share: number};

const [edge, axisLabel, lineHeight, largestCell] = [12, 26, 16, 96];
const shades = [0, 0.25, 0.5, 0.75, 1];
const wholes: Readonly<Record<Normalize, string>> = {true: 'the true class', pred: 'the predicted class', all: 'all pictures'};

/** What each class's pictures were taken for, summed over the seeds, as pictures or as shares; shaded by shares. */
export function confusionPlot({label, classes, predicted}: ReportSubject, {width, normalize}: ConfusionWish): string | undefined {
  if (!classes) {
    return undefined;
  }

  const names = classes.map(({name}) => name);
  const cells = cellsOf(classes, normalize ?? 'true');
  const filled = cells.filter(({count}) => count > 0);
  const darkest = normalize === 'all' ? Math.max(0.01, ...filled.map(({share}) => share)) : 1;
  const nameRoom = Math.min(0.3 * width, Math.max(...names.map(name => textWidth(printableLine(name)))));
  const left = axisLabel + nameRoom + 8;
  const cell = Math.min(largestCell, (width - left - edge) / names.length);
  const isUpright = nameRoom + 6 <= cell;
  const top = axisLabel + (isUpright ? lineHeight : nameRoom) + 8;
  const figure = ({count, share}: Cell) => normalize ? share.toFixed(2) : String(count);
  const areFigured = Math.max(0, ...filled.map(each => textWidth(figure(each)))) + 4 <= cell;
  const every = Math.ceil(lineHeight / cell);
  const notes = breakText([
    `Shade: share of ${wholes[normalize ?? 'true']}.`,
    ...areFigured ? [`Figures: ${normalize ? 'that share' : 'pictures'}.`] : [],
    ...predicted > 1 ? [`Summed over ${predicted} seeds.`] : [],
    ...every > 1 ? [`One class in ${every} is named, of ${names.length}.`] : [],
  ].join(' '), width - (2 * edge));
  const below = 12 + (lineHeight * (notes.length + 1));
  const side = cell * names.length;
  const axis = {
    domain: names, ticks: names.filter((_, index) => index % every === 0), tickSize: 0, labelAnchor: 'center', labelArrow: 'none', padding: 0.04,
    tickFormat: (name: string) => fitText(printableLine(name), nameRoom + 1),
  } as const;
  return drawPlot({
    width,
    height: Math.round(top + side + below),
    marginLeft: left,
    marginTop: top,
    marginBottom: Math.round(top + side + below) - top - side,
    marginRight: width - left - side,
    x: {...axis, axis: 'top', label: 'predicted class', labelOffset: top - 8, tickRotate: isUpright ? 0 : -90},
    y: {...axis, label: 'true class', labelOffset: left - 6},
    opacity: {type: 'identity'},
    marks: [
      // Of many classes only what holds something: of a thousand there are a million pairs.
      ...every > 1 ? [Plot.frame({fill: 'var(--accent)', fillOpacity: opacityOf(0), stroke: 'none'})] : [],
      Plot.cell(every > 1 ? filled : cells, {x: 'said', y: 'is', fill: 'var(--accent)', fillOpacity: ({share}) => opacityOf(share / darkest), title: ({is, said, count}) => `${is} taken for ${said}: ${count}`}),
      ...areFigured ? [Plot.text(filled, {x: 'said', y: 'is', text: figure, fill: ({share}) => share / darkest > deepFrom ? 'var(--ground)' : 'var(--ink)', fontSize: 12})] : [],
      ...scaleOf(darkest, {dx: edge - left, dy: 14}),
      ...notes.map((note, index) => Plot.text([note], {frameAnchor: 'bottom-left', lineAnchor: 'middle', dx: edge - left, dy: 14 + (lineHeight * (index + 1)), text: (text: string) => text, fill: 'var(--muted)'})),
    ],
  }, {
    title: `${label}: confusion matrix`,
    description: classes.map(({name, recall, pictures}) => `${name}: ${recall === null ? 'no pictures' : `recall ${recall.toFixed(3)} of ${pictures}`}`).join('; '),
  });
}

function cellsOf(classes: readonly ClassDetail[], normalize: Normalize): Cell[] {
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  const all = sum(classes.map(({taken_for: counts}) => sum(counts)));
  return classes.flatMap(({name, taken_for: counts}) => counts.map((count, said) => {
    const whole = {true: () => sum(counts), pred: () => sum(classes.map(each => each.taken_for[said]!)), all: () => all}[normalize]();
    return {is: name, said: classes[said]!.name, count, share: whole === 0 ? 0 : count / whole};
  }));
}

function opacityOf(share: number): number {
  return 0.05 + (0.95 * share);
}

/** The shades from nothing to the darkest. */
function scaleOf(darkest: number, {dx, dy}: {readonly dx: number; readonly dy: number}): Plot.Markish[] {
  const words = (text: string, at: number) => Plot.text([text], {frameAnchor: 'bottom-left', lineAnchor: 'middle', dx: dx + at, dy, text: (each: string) => each, fill: 'var(--muted)'});
  return [
    words('0', 0),
    ...shades.map((share, index) => Plot.dot([0], {frameAnchor: 'bottom-left', symbol: 'square', r: 6.2, dx: dx + 18 + (11 * index), dy, fill: 'var(--accent)', fillOpacity: opacityOf(share)})),
    words(darkest === 1 ? '1' : darkest.toFixed(2), 18 + (11 * shades.length)),
  ];
}
