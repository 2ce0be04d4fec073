import {keyPlaceAt} from './located.js';
import type {LocatedMap, Place} from './source.js';

/** One of several options of a section that exclude each other, and where its key was written. */
export type Rival = {readonly key: string; readonly place: Place; readonly strength: number};

/** The options in the order in which they give way: what is inherited, then what the row's own file says, then what `--set` does. */
export function weakestFirst(tree: LocatedMap, section: string, keys: readonly string[]): Rival[] {
  return keys
    .map(key => {
      const place = keyPlaceAt(tree, [section, key]);
      return {key, place, strength: strengthOf(place, tree)};
    })
    .toSorted((a, b) => a.strength - b.strength);
}

/** How to be rid of an option that another one excludes, without undoing what the row itself changes. */
export function remedyFor(section: string, weak: Rival, strong: Rival): string {
  if (weak.strength === strong.strength) {
    return 'Take one of them away.';
  }

  return isOverride(strong.place)
    ? `Take \`${weak.key}\` away by \`--set ${section}.${weak.key}=null\`.`
    : `Take the inherited one away by \`${weak.key}: null\`.`;
}

function strengthOf(place: Place, tree: LocatedMap): number {
  return isOverride(place) ? 2 : Number(place.source === tree.place.source);
}

function isOverride({source}: Place): boolean {
  return source.path === undefined;
}
