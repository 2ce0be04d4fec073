import {printableLine} from '../../errors.js';
import {escapeHtml} from '../escape-html.js';
import {fitText} from './fit-text.js';
import {textWidth} from './text-width.js';

const [edge, gap, lineHeight] = [8, 10, 14];
const mostAcross = 4;
const usualWidth = 572;
// What a page of a journal has, 240 mm.
const mostHeight = 907;

/** A photo with what was said of it, and what it is. */
export type PhotoTile = {
  readonly said: string;
  readonly probability: number;
  /** Undefined where nobody knows. */
  readonly truth: string | undefined;
  /** In base64; undefined where the photo is not here. */
  readonly jpeg: string | undefined;
};

/** Pixels of a photo's side, how many stand beside each other, and whether what is said has its own line, below what says so. */
type Layout = {readonly across: number; readonly side: number; readonly isBroken: boolean};

/**
Photos four by four, each under what was said of it and what it is, or else how surely it was said; wrong ones red and framed. In a narrow
picture fewer stand beside each other where their words want room, as long as a page holds them; then names are cut.
*/
export function photoGrid(tiles: readonly PhotoTile[], title: string, printed?: number): string {
  const layout = layOut(tiles, printed ?? usualWidth);
  const {across, side} = layout;
  const width = printed ?? (2 * edge) + (Math.min(across, tiles.length) * (side + gap)) - gap;
  const step = stepOf(layout);
  const height = heightOf(tiles, layout);
  return [
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="system-ui, sans-serif" font-size="12" fill="currentColor"`,
    ` aria-label="${escapeHtml(title)}" aria-description="${describe(tiles)}">`,
    ...tiles.map((tile, index) => {
      const [x, y] = [edge + ((index % across) * (side + gap)), edge + (Math.floor(index / across) * step)];
      return tileOf(tile, {...layout, x, y});
    }),
    '</svg>',
  ].join('');
}

function layOut(tiles: readonly PhotoTile[], width: number): Layout {
  const layouts = Array.from({length: mostAcross}, (_, index) => mostAcross - index)
    .map(across => ({across, side: Math.floor((width - (2 * edge) + gap) / across) - gap}))
    .flatMap(layout => [false, true].map(isBroken => ({...layout, isBroken})))
    .filter(layout => layout.across === mostAcross || heightOf(tiles, layout) <= mostHeight);
  const isRoom = (layout: Layout) => tiles.every(tile => linesOf(tile, layout).every(line => textWidth(line) <= layout.side));
  return layouts.find(layout => isRoom(layout)) ?? layouts.at(-1)!;
}

function heightOf(tiles: readonly PhotoTile[], layout: Layout): number {
  return (Math.ceil(tiles.length / layout.across) * stepOf(layout)) + (2 * edge) - gap;
}

/** From a photo to the next one below it. */
function stepOf({side, isBroken}: Layout): number {
  return side + (lineHeight * (isBroken ? 4 : 2)) + 6 + gap;
}

function describe(tiles: readonly PhotoTile[]): string {
  const known = tiles.filter(({truth}) => truth !== undefined);
  return known.length === 0 ? `${tiles.length} photos` : `${known.filter(({said, truth}) => said === truth).length} of ${known.length} are right`;
}

function linesOf({said, probability, truth}: PhotoTile, {isBroken}: Pick<Layout, 'isBroken'>): string[] {
  const [was, is] = truth === undefined ? [printableLine(said), probability.toFixed(2)] : [`${printableLine(said)} /`, printableLine(truth)];
  const [asWas, asIs] = ['pred:', truth === undefined ? '' : 'truth:'];
  return isBroken ? [asWas, was, asIs, is] : [`${asWas}${was}`, `${asIs}${is}`];
}

function tileOf(tile: PhotoTile, {x, y, side, isBroken}: Layout & {readonly x: number; readonly y: number}): string {
  const isRight = tile.truth === undefined || tile.truth === tile.said;
  const lines = linesOf(tile, {isBroken}).map(line => fitText(line, side));
  const wordsAt = (line: string, top: number, colour: string) => `<text x="${x + (side / 2)}" y="${top}" text-anchor="middle" fill="var(--${colour})">${escapeHtml(line)}</text>`;
  const top = y + (lineHeight * lines.length) + 4;
  const place = `x="${x}" y="${top}" width="${side}" height="${side}"`;
  return [
    ...lines.map((line, index) => wordsAt(line, y + 11 + (lineHeight * index), isRight ? 'ink' : 'bad')),
    tile.jpeg === undefined
      ? `<rect ${place} fill="var(--panel)" stroke="var(--rule)"/>${wordsAt('not here', top + (side / 2), 'muted')}`
      : `<image ${place} href="data:image/jpeg;base64,${tile.jpeg}"/>`,
    ...isRight ? [] : [`<rect ${place} fill="none" stroke="var(--bad)" stroke-width="3"/>`],
  ].join('');
}
