import {escapeHtml} from '../escape-html.js';

const across = 4;
const photo = 128;
const [gap, words] = [12, 34];

/** A photo with what was said of it, and what it is. */
export type PhotoTile = {
  readonly said: string;
  readonly truth: string;
  /** In base64; undefined where the photo is not here. */
  readonly jpeg: string | undefined;
};

/** Photos four by four, each under what was said of it and what it is; wrong ones in red. */
export function photoGrid(tiles: readonly PhotoTile[], title: string): string {
  const [width, height] = [(across * (photo + gap)) + gap, (Math.ceil(tiles.length / across) * (photo + words + gap)) + gap];
  const right = tiles.filter(({said, truth}) => said === truth).length;
  return [
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="system-ui, sans-serif" font-size="12" fill="currentColor"`,
    ` aria-label="${escapeHtml(title)}" aria-description="${right} of ${tiles.length} are right">`,
    ...tiles.map((tile, index) => tileOf(tile, gap + ((index % across) * (photo + gap)), gap + (Math.floor(index / across) * (photo + words + gap)))),
    '</svg>',
  ].join('');
}

function tileOf({said, truth, jpeg}: PhotoTile, x: number, y: number): string {
  const isRight = truth === said;
  const colour = isRight ? 'var(--ink)' : 'var(--bad)';
  const line = (index: number, text: string) => `<text x="${x + (photo / 2)}" y="${y + 12 + (14 * index)}" text-anchor="middle" fill="${colour}"${isRight ? '' : ' font-weight="600"'}>${escapeHtml(text)}</text>`;
  const place = `x="${x}" y="${y + words}" width="${photo}" height="${photo}"`;
  return [
    line(0, `pred:${said} /`),
    line(1, `truth:${truth}`),
    jpeg === undefined
      ? `<rect ${place} fill="var(--panel)" stroke="var(--rule)"/><text x="${x + (photo / 2)}" y="${y + words + (photo / 2)}" text-anchor="middle" fill="var(--muted)">photo not here</text>`
      : `<image ${place} href="data:image/jpeg;base64,${jpeg}"/>`,
    ...isRight ? [] : [`<rect ${place} fill="none" stroke="var(--bad)" stroke-width="3"/>`],
  ].join('');
}
