import type {NetworkBlock, NetworkDrawing, ReportSubject} from '../page/report-data.js';
import {printableLine} from '../../errors.js';
import {escapeHtml} from '../escape-html.js';
import {breakText} from './break-text.js';
import {fitText} from './fit-text.js';
import {screenWidth, textWidth} from './text-width.js';

const [edge, inset, gap, lineHeight, branchHeight] = [10, 12, 12, 18, 24];
const leastBox = 34;
const longestBar = 90;
const pageWidth = 572;

/** Where things stand: sizes and parameters in columns beside the boxes, or, where there is no room for that, inside them. */
type Layout = {readonly width: number; readonly box: number; readonly columns?: {readonly shape: number; readonly parameters: number}};

/** A drawn part, and how high it is. */
type Part = {readonly height: number; readonly at: (top: number) => string};

/**
A row's network from the photo down: a box a layer, and of a backbone a box a stage, with what comes out and how many parameters it has; for the
page, or so many pixels wide on paper.
*/
export function networkDrawing({label, network}: Pick<ReportSubject, 'label' | 'network'>, printed?: number): string {
  const {blocks, input, parameters, trainable} = network;
  const width = printed ?? pageWidth;
  const layout = layOut(network, {width, measure: printed === undefined ? screenWidth : textWidth});
  const parts = [
    headPart(network, layout),
    photoPart(input, layout),
    ...blocks.flatMap(block => [arrowPart(layout), blockPart(block, network, layout)]),
    legendPart(network, layout),
  ];
  const tops = parts.map((_, index) => parts.slice(0, index).reduce((sum, part) => sum + part.height, 0));
  const height = parts.reduce((sum, part) => sum + part.height, 0);
  const description = `${sizeText(input)} in; ${blocks.map(block => `${block.title} ${block.detail}`.trim() + ` gives ${sizeText(block.output)}`).join('; ')}; ${count(parameters)} parameters, ${count(trainable)} of them trained`;
  return [
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="system-ui, sans-serif" font-size="12" fill="currentColor"`,
    ` aria-label="${escapeHtml(`${label}: network`)}" aria-description="${escapeHtml(description)}">`,
    ...parts.map((part, index) => part.at(tops[index]!)),
    '</svg>',
  ].join('');
}

function layOut({blocks, input}: NetworkDrawing, {width, measure}: {readonly width: number; readonly measure: typeof textWidth}): Layout {
  const shape = Math.max(...[input, ...blocks.map(({output}) => output)].map(size => measure(sizeText(size))));
  const parameters = Math.max(longestBar, textWidth('parameters'), ...blocks.map(block => measure(parametersText(block))));
  const box = Math.floor(width - (2 * edge) - shape - parameters - (2 * 18));
  const isRoom = blocks.every(block => block.branches.length > 0 || textWidth(block.title, bold) + textWidth(` ${block.detail}`) + (2 * inset) <= box)
    && blocks.every(({branches}) => branches.every(branch => textWidth(branch) + 32 <= box));
  return isRoom ? {width, box, columns: {shape: edge + box + 18, parameters: width - edge}} : {width, box: width - (2 * edge)};
}

const bold = {isBold: true};

function headPart({parameters, trainable, multiplications}: NetworkDrawing, {width, columns}: Layout): Part {
  const all = breakText(`${count(parameters)} parameters, ${trainable === parameters ? 'all' : count(trainable)} trained`, width - (2 * edge), bold);
  const room = (columns?.shape ?? width) - (2 * edge);
  const work = breakText(`${count(multiplications)} multiplications a picture`, room);
  const last = 4 + (lineHeight * (all.length + work.length));
  return {
    height: last + 14,
    at: () => [
      ...all.map((line, index) => text(edge, 4 + (lineHeight * (index + 1)), line, 'font-weight="600"')),
      ...work.map((line, index) => text(edge, 4 + (lineHeight * (all.length + index + 1)), line, 'fill="var(--muted)"')),
      ...columns ? [text(columns.shape, last, 'gives', 'fill="var(--muted)"'), text(columns.parameters, last, 'parameters', 'fill="var(--muted)" text-anchor="end"')] : [],
    ].join(''),
  };
}

function photoPart(input: readonly number[], {box, columns}: Layout): Part {
  const words = columns ? 'photo' : `photo, ${sizeText(input)}`;
  return {
    height: leastBox,
    at: top => [
      rectangle({top, height: leastBox, box}, 'fill="none" stroke="var(--muted)" stroke-dasharray="1.5 3"'),
      text(edge + inset, top + 21, words),
      ...columns ? [text(columns.shape, top + 21, sizeText(input))] : [],
    ].join(''),
  };
}

function arrowPart({box}: Layout): Part {
  return {height: gap, at: top => `<path d="M${edge + (box / 2)},${top}v${gap}m-3,-4l3,4l3,-4" fill="none" stroke="var(--muted)"/>`};
}

function blockPart(block: NetworkBlock, {blocks}: NetworkDrawing, layout: Layout): Part {
  const {box, columns} = layout;
  const words = [
    ...titleParts(block, layout),
    ...block.branches.map(branch => branchPart(branch, layout)),
    ...columns ? [] : insideParts(block, layout),
  ];
  const most = Math.max(1, ...blocks.map(({parameters}) => parameters));
  const bar = (x: number, y: number) => block.parameters === 0 ? '' : `<rect x="${x}" y="${y}" width="${barWidth(block.parameters, most)}" height="3" fill="var(--accent)"/>`;
  const height = Math.max(leastBox, 16 + words.reduce((sum, part) => sum + part.height, 0) - (columns ? 0 : 3));
  return {
    height,
    at(top) {
      const tops = words.map((_, index) => words.slice(0, index).reduce((sum, part) => sum + part.height, top + 8));
      const middle = top + (height / 2) + 4;
      return [
        rectangle({top, height, box}, boxStyle(block)),
        ...words.map((part, index) => part.at(tops[index]!)),
        ...columns
          ? [
            text(columns.shape, middle, sizeText(block.output), 'font-variant="tabular-nums"'),
            ...block.parameters === 0 ? [] : [text(columns.parameters, middle - 3, parametersText(block), 'text-anchor="end" font-variant="tabular-nums"')],
            bar(columns.parameters - barWidth(block.parameters, most), middle + 4),
          ]
          : [bar(edge + inset, top + height - 8)],
      ].join('');
    },
  };
}

function boxStyle(block: NetworkBlock): string {
  return block.parameters === 0
    ? 'fill="var(--panel)" stroke="var(--rule)"'
    : `fill="var(--accent)" fill-opacity="${isFrozen(block) ? 0.08 : 0.22}" stroke="var(--accent)"${isFrozen(block) ? ' stroke-dasharray="4 3"' : ''}`;
}

function titleParts({title, detail}: NetworkBlock, {box}: Layout): Part[] {
  const [name, more] = [printableLine(title), printableLine(detail)];
  const room = box - (2 * inset);
  if (textWidth(name, bold) + textWidth(` ${more}`) <= room) {
    const rest = more === '' ? '' : ` <tspan fill="var(--muted)">${escapeHtml(more)}</tspan>`;
    return [{height: lineHeight, at: top => `<text x="${edge + inset}" y="${top + 13}"><tspan font-weight="600">${escapeHtml(name)}</tspan>${rest}</text>`}];
  }

  return [
    ...breakText(name, room, bold).map(line => linePart(line, 'font-weight="600"')),
    ...breakText(more, room).map(line => linePart(line, 'fill="var(--muted)"')),
  ];
}

function branchPart(branch: string, {box}: Layout): Part {
  const width = box - (2 * inset);
  return {
    height: branchHeight,
    at: top => `<rect x="${edge + inset}" y="${top + 1}" width="${width}" height="${branchHeight - 4}" rx="3" fill="var(--ground)" stroke="var(--rule)"/>`
      + text(edge + inset + (width / 2), top + 15, fitText(branch, width - 8), 'text-anchor="middle"'),
  };
}

/** What else stands in columns: what comes out, and of how many parameters, the bar of which has the last line. */
function insideParts(block: NetworkBlock, {box}: Layout): Part[] {
  const room = box - (2 * inset);
  const parameters = block.parameters === 0 ? [] : breakText(`${count(block.parameters)} parameters${isFrozen(block) ? ', frozen' : ''}`, room);
  return [
    ...breakText(`gives ${sizeText(block.output)}`, room).map(line => linePart(line)),
    ...parameters.map(line => linePart(line)),
    ...block.parameters === 0 ? [] : [{height: 6, at: () => ''}],
  ];
}

function linePart(line: string, attributes = ''): Part {
  return {height: lineHeight, at: top => text(edge + inset, top + 13, line, attributes)};
}

/** What lines and bars mean. */
function legendPart({blocks}: NetworkDrawing, {width}: Layout): Part {
  const lines = [
    ...blocks.some(({parameters}) => parameters > 0) ? ['Bars: parameters, on a logarithmic scale.'] : [],
    ...blocks.some(block => isFrozen(block)) ? ['Dashed boxes: frozen.'] : [],
  ];
  const broken = breakText(lines.join(' '), width - (2 * edge));
  return {
    height: 14 + (lineHeight * broken.length),
    at: top => broken.map((line, index) => text(edge, top + 6 + (lineHeight * (index + 1)), line, 'fill="var(--muted)"')).join(''),
  };
}

/** By the number's magnitude: a dense layer has a thousand times what a convolution has. */
function barWidth(parameters: number, most: number): number {
  return Math.max(2, Math.round(longestBar * Math.log10(1 + parameters) / Math.log10(1 + most)));
}

function isFrozen({parameters, trainable}: NetworkBlock): boolean {
  return parameters > 0 && trainable === 0;
}

function parametersText(block: NetworkBlock): string {
  return block.parameters === 0 ? '' : `${count(block.parameters)}${isFrozen(block) ? ', frozen' : ''}`;
}

function rectangle({top, height, box}: {readonly top: number; readonly height: number; readonly box: number}, style: string): string {
  return `<rect x="${edge}" y="${top}" width="${box}" height="${height}" rx="5" ${style}/>`;
}

function text(x: number, y: number, words: string, attributes = ''): string {
  return `<text x="${x}" y="${y}"${attributes === '' ? '' : ` ${attributes}`}>${escapeHtml(words)}</text>`;
}

function sizeText(size: readonly number[]): string {
  return size.length === 1 ? `${count(size[0]!)} values` : size.join(' × ');
}

function count(number: number): string {
  return number.toLocaleString('en');
}
