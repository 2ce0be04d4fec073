import {without, withValueAt} from './located.js';
import type {SpecProblem} from './problem.js';
import type {LocatedMap} from './source.js';

// Sections whose keys mean something each by itself, so that a mistake in one says nothing of the others.
const sections = new Set(['augment', 'class_weight']);

/** What is left of a tree without what is wrong in it, and the top-level keys that were taken away as a whole. */
export function withoutWrong(tree: LocatedMap, violations: readonly SpecProblem[]): {right: LocatedMap; wrong: ReadonlySet<string>} {
  const wrong = new Set<string>();
  let right = tree;
  for (const {key} of violations) {
    const [section, ...below] = key.split('.');
    const rest = sections.has(section!) ? withoutPart({tree, right}, section!, below) : undefined;
    if (!rest) {
      wrong.add(section!);
    }

    right = rest ?? without(right, [section!]);
  }

  return {right, wrong};
}

// Nothing where the section is wrong itself, or has no other key.
function withoutPart({tree, right}: {tree: LocatedMap; right: LocatedMap}, section: string, below: readonly string[]): LocatedMap | undefined {
  const [whole, left] = [tree, right].map(each => each.entries.get(section));
  if (whole?.value.kind !== 'map' || left?.value.kind !== 'map') {
    return undefined;
  }

  // The name of a class may hold dots.
  const {entries} = whole.value;
  const key = [below.join('.'), below[0] ?? ''].find(one => entries.has(one));
  const rest = key === undefined ? undefined : without(left.value, [key]);
  return rest && rest.entries.size > 0 ? withValueAt(right, [section], rest, left.key) : undefined;
}
