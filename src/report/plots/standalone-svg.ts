import {escapeHtml} from '../escape-html.js';
import {plotColours} from './plot-colours.js';

/** A drawing of the page as a file of its own: for paper, in the light colours, with title and description inside. */
export function standaloneSvg(svg: string): string {
  const coloured = colour(svg);
  const [opening] = /^<svg[^>]*>/v.exec(coloured)!;
  const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`, 'v').exec(opening)?.[1] ?? '';
  const head = opening
    .replaceAll(/ (?:aria-label|aria-description|data-\w+|style|role)="[^"]*"/gv, '')
    .replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg" role="img"');
  const [width, height] = attribute('viewBox').split(' ').slice(2);
  return [
    head.replace('system-ui, sans-serif', 'Helvetica, Arial, sans-serif'),
    `<title>${attribute('aria-label')}</title><desc>${attribute('aria-description')}</desc>`,
    `<rect width="${width}" height="${height}" fill="${escapeHtml(plotColours.ground![0])}"/>`,
    `${coloured.slice(opening.length)}\n`,
  ].join('');
}

/** Only where colours stand: a row or a class may be called `currentColor`. Texts hold no quotes, which are escaped in them. */
function colour(svg: string): string {
  return svg
    .replaceAll(/ (fill|stroke)="var\(--(\w+)\)"/gv, (_, attribute: string, name: string) => ` ${attribute}="${plotColours[name]![0]}"`)
    .replaceAll(/ (fill|stroke)="currentColor"/gv, (_, attribute: string) => ` ${attribute}="${plotColours.ink![0]}"`);
}
