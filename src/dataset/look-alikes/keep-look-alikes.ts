import {replaceFile} from '../../files/replace-file.js';
import {keptLookAlikesFile, type KeptLookAlikes} from './kept-look-alikes.js';

/** Keeps in the cache what a look at all pictures of a data set found, in place of what an earlier one did. */
export async function keepLookAlikes(cache: string, {pictures, sights, things}: KeptLookAlikes): Promise<void> {
  const kept: KeptLookAlikes = {pictures: [...new Set(pictures)], sights: withoutCopies(sights), things: withoutCopies(things)};
  await replaceFile(keptLookAlikesFile(cache, pictures), JSON.stringify(kept));
}

function withoutCopies(groups: KeptLookAlikes['sights']): string[][] {
  return groups.map(group => [...new Set(group)]).filter(group => group.length > 1);
}
