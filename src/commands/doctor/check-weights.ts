import type {BackboneName} from '../../domain/backbone.js';
import {searchPublished} from '../../model/weights/find-weights.js';
import {knownWeights} from '../../model/weights/known-weights.js';
import type {Places} from '../places.js';
import type {Check} from './check.js';

/** The backbones' ImageNet weights. None of them stops training: rows without a backbone need none. */
export async function checkWeights(places: Places): Promise<readonly Check[]> {
  const names = Object.keys(knownWeights) as BackboneName[];
  const searches = await Promise.all(names.map(async name => searchPublished(name, places)));
  const here = names.filter((_, index) => 'found' in searches[index]!);
  const away = names.filter(name => !here.includes(name));
  const details = {here, away};
  return [here.length > 0
    ? {name: 'weights', state: 'fine', found: `${here.join(', ')}${away.length > 0 ? `; not here: ${away.join(', ')}` : ''}`, details}
    // Those that can be had wherever npm works.
    : {name: 'weights', state: 'lacking', found: 'none yet: rows with a backbone begin from them', mend: 'npx ablate weights get resnet50', details}];
}
