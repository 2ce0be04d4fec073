import {cellWidth} from '../cell-width.js';
import {cutText} from '../cut-text.js';
import {escapeHtml} from '../escape-html.js';

const across = 4;
const photo = 128;
const [gap, words] = [12, 34];
// Of a letter at a size of 1; below the least size nobody reads.
const letterWidth = 0.56;
const [usualSize, leastSize] = [12, 7];

/** A photo with what was said of it, and what it is. */
export type PhotoTile = {
  readonly said: string;
  readonly probability: number;
  /** Undefined where nobody knows. */
  readonly truth: string | undefined;
  /** In base64; undefined where the photo is not here. */
  readonly jpeg: string | undefined;
};

/** Photos four by four, each under what was said of it and what it is, or else how surely it was said; wrong ones in red. */
export function photoGrid(tiles: readonly PhotoTile[], title: string): string {
  const columns = Math.min(across, tiles.length);
  const [width, height] = [(columns * (photo + gap)) + gap, (Math.ceil(tiles.length / across) * (photo + words + gap)) + gap];
  const size = letterSize(tiles);
  return [
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="system-ui, sans-serif" font-size="${size}" fill="currentColor"`,
    ` aria-label="${escapeHtml(title)}" aria-description="${describe(tiles)}">`,
    ...tiles.map((tile, index) => tileOf(tile, size, {
      x: gap + ((index % across) * (photo + gap)),
      y: gap + (Math.floor(index / across) * (photo + words + gap)),
    })),
    '</svg>',
  ].join('');
}

/** One for all, by the longest line: where names are long the letters are smaller. */
function letterSize(tiles: readonly PhotoTile[]): number {
  const widest = Math.max(...tiles.flatMap(tile => linesOf(tile)).map(line => cellWidth(line)));
  return Math.max(leastSize, Math.min(usualSize, Math.floor((photo + gap) / (widest * letterWidth))));
}

function describe(tiles: readonly PhotoTile[]): string {
  const known = tiles.filter(({truth}) => truth !== undefined);
  return known.length === 0 ? `${tiles.length} photos` : `${known.filter(({said, truth}) => said === truth).length} of ${known.length} are right`;
}

function linesOf({said, probability, truth}: PhotoTile): [string, string] {
  return truth === undefined ? [`pred:${said}`, probability.toFixed(2)] : [`pred:${said} /`, `truth:${truth}`];
}

function tileOf(tile: PhotoTile, size: number, {x, y}: {readonly x: number; readonly y: number}): string {
  const isRight = tile.truth === undefined || tile.truth === tile.said;
  const style = isRight ? 'fill="var(--ink)"' : 'fill="var(--bad)" font-weight="600"';
  const most = Math.floor((photo + gap) / (size * letterWidth));
  const place = `x="${x}" y="${y + words}" width="${photo}" height="${photo}"`;
  return [
    ...linesOf(tile).map((text, index) =>
      `<text x="${x + (photo / 2)}" y="${y + 12 + (14 * index)}" text-anchor="middle" ${style}>${escapeHtml(cutText(text, most))}</text>`),
    tile.jpeg === undefined
      ? `<rect ${place} fill="var(--panel)" stroke="var(--rule)"/><text x="${x + (photo / 2)}" y="${y + words + (photo / 2)}" text-anchor="middle" fill="var(--muted)">photo not here</text>`
      : `<image ${place} href="data:image/jpeg;base64,${tile.jpeg}"/>`,
    ...isRight ? [] : [`<rect ${place} fill="none" stroke="var(--bad)" stroke-width="3"/>`],
  ].join('');
}
