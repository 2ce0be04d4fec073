import type {BoardRow, Enough} from '../../domain/board-row.js';
import {formatRoughCount} from '../format-count.js';

/** How many pictures, or seeds of each of both rows, would settle what is within noise: `4,000 pictures or 9 seeds`. */
export function settlingText({verdict, difference, settling_pictures: pictures, settling_seeds: seeds}: BoardRow): string {
  if (verdict !== 'within noise' || difference === 0) {
    return '';
  }

  const ways = [inWords(pictures, 'pictures'), inWords(seeds, 'seeds')].filter(way => way !== undefined);
  if (ways.length > 0) {
    return ways.join(' or ');
  }

  return seeds === 'unknown' ? 'more seeds may tell' : 'only more of both';
}

function inWords(enough: Enough | null, what: string): string | undefined {
  return typeof enough === 'number' ? `${formatRoughCount(enough)} ${what}` : undefined;
}
