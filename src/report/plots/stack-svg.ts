import {escapeHtml} from '../escape-html.js';
import {breakText} from './break-text.js';
import {plotColours} from './plot-colours.js';

const gap = 16;
const titleStyle = {size: 14, isBold: true, lineHeight: 18};
const headingStyle = {size: 12, isBold: true, lineHeight: 16};

/** A drawing, and what stands above it where there are several. */
export type Drawing = {readonly svg: string; readonly heading?: string};

type Part = {readonly height: number; readonly at: (top: number) => string};

/** Drawings below each other as one, so many pixels wide, under a title where one is given; a wider drawing is made smaller. */
export function stackSvg(drawings: readonly Drawing[], {width, title}: {readonly width: number; readonly title?: string}): string {
  const parts = [
    ...title === undefined ? [] : [wordsPart(title, width, titleStyle)],
    ...drawings.flatMap(({svg, heading}, index) => [
      ...index > 0 ? [{height: gap, at: () => ''}] : [],
      ...heading === undefined ? [] : [wordsPart(heading, width, headingStyle)],
      drawingPart(svg, width),
    ]),
  ];
  const height = parts.reduce((sum, part) => sum + part.height, 0);
  const tops = parts.map((_, index) => parts.slice(0, index).reduce((sum, part) => sum + part.height, 0));
  const words = title === undefined ? titleOf(drawings[0]!.svg) : `<title>${escapeHtml(title)}</title>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`
    + `${words}<rect width="${width}" height="${height}" fill="${plotColours.ground![0]}"/>${parts.map((part, index) => part.at(tops[index]!)).join('')}</svg>\n`;
}

function wordsPart(text: string, width: number, {size, isBold, lineHeight}: typeof titleStyle): Part {
  const lines = breakText(text, width - 20, {size, isBold});
  const textAt = (line: string, y: number) => `<text x="10" y="${y}" font-family="Helvetica, Arial, sans-serif" font-size="${size}" font-weight="bold" fill="${plotColours.ink![0]}">${escapeHtml(line)}</text>`;
  return {height: 8 + (lineHeight * lines.length), at: top => lines.map((line, index) => textAt(line, top + 2 + (lineHeight * (index + 1)))).join('')};
}

function drawingPart(svg: string, width: number): Part {
  const [, drawn, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/v.exec(svg)!.map(Number) as [number, number, number];
  const factor = Math.min(1, width / drawn);
  const size = {width: Math.round(drawn * factor), height: Math.round(height * factor)};
  return {height: size.height, at: top => resized(svg, size).replace('<svg', `<svg y="${top}"`).trim()};
}

function resized(svg: string, {width, height}: {readonly width: number; readonly height: number}): string {
  return svg.replace(/^<svg[^>]*>/v, head => head.replace(/ width="[^"]*"/v, ` width="${width}"`).replace(/ height="[^"]*"/v, ` height="${height}"`));
}

function titleOf(svg: string): string {
  return /<title>[^<]*<\/title>/v.exec(svg)?.[0] ?? '';
}
