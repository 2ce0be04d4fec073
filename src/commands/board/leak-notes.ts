import path from 'node:path';
import {knownLeak} from '../../dataset/look-alikes/known-leak.js';
import type {BoardRow} from '../../domain/board-row.js';
import type {Store} from '../../store/open-store.js';
import type {Places} from '../places.js';

/** Says of each data set on the board whether validation pictures have look-alikes among those that trained, or that nobody has looked yet. */
export function leakNotes(rows: readonly BoardRow[], store: Store, {cache, cwd}: Places): string[] {
  const shown = new Set(rows.filter(row => row.last !== null && !row.synthetic).map(row => row.split_id));
  const notes = store.boardSplits().filter(({splitId}) => shown.has(splitId)).map(({splitId, dataset: reference}) => {
    const dataset = typeof reference === 'string' ? reference : path.relative(cwd, reference.path) || '.';
    const leak = knownLeak(cache, store.splitPictures(splitId));
    if (!leak) {
      return `Nobody has looked yet whether validation pictures of ${dataset} have look-alikes among its training pictures: \`ablate data check ${dataset}\`.`;
    }

    const {pairs: {length: count}, share} = leak;
    const which = count === 1 ? '1 validation picture' : `${count} validation pictures`;
    const have = count === 1 ? 'has a look-alike' : 'have look-alikes';
    const flatters = `${have} among its training pictures, which flatters scores`;
    return count === 0 ? '' : `${which} of ${dataset} (${(100 * share).toFixed(1)} %) ${flatters}: \`ablate data check ${dataset}\` names them.`;
  });
  return [...new Set(notes)].filter(note => note !== '');
}
