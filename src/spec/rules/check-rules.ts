import {createRequire} from 'node:module';
import type {ValidateFunction} from 'ajv';
import {keyPlaceAt, placeAt} from '../located.js';
import type {SpecProblem} from '../problem.js';
import type {Located, LocatedMap} from '../source.js';
import {suggest} from '../suggest.js';
import {validateTree} from '../validate-tree.js';

// Compiled from the schema by scripts/generate.js.
const validate = createRequire(import.meta.url)('../../../../schemas/validate-rules.cjs') as ValidateFunction;

// Language, then script, region or what else follows.
const languageTag = /^[a-z]{2,3}(?:-[A-Za-z\d]{2,8})*$/v;

/** What is wrong with a file of rules: by its schema, bins that it does not list, and what is no language. */
export function checkRules(tree: LocatedMap): SpecProblem[] {
  const violations = validateTree(tree, validate);
  return violations.length > 0 ? violations : [...checkBins(tree), ...checkLanguages(tree)];
}

function checkBins(tree: LocatedMap): SpecProblem[] {
  const bins = keysBelow(tree, ['bins']);
  return keysBelow(tree, ['classes']).flatMap(name => {
    const rule = nodeAt(tree, ['classes', name]);
    const path = ['classes', name, ...rule?.kind === 'map' ? ['bin'] : []];
    const bin = nodeAt(tree, path);
    if (bin?.kind !== 'scalar' || bins.includes(String(bin.value))) {
      return [];
    }

    const message = `expected one of the bins ${bins.map(each => `"${each}"`).join(', ')} but got "${String(bin.value)}".${suggest(String(bin.value), bins)}`;
    return [{key: path.join('.'), message, place: placeAt(tree, path)}];
  });
}

function checkLanguages(tree: LocatedMap): SpecProblem[] {
  const texts = [
    ...keysBelow(tree, ['bins']).map(bin => ['bins', bin]),
    ...keysBelow(tree, ['classes']).flatMap(name => [['classes', name, 'name'], ['classes', name, 'hint']]),
  ];
  const own = nodeAt(tree, ['language']);
  const message = (tag: string) => `expected a language, such as en, zh or pt-BR, but got "${tag}".`;
  return [
    ...own?.kind === 'scalar' && !languageTag.test(String(own.value))
      ? [{key: 'language', message: message(String(own.value)), place: own.place}]
      : [],
    ...texts.flatMap(path => keysBelow(tree, path).filter(tag => !languageTag.test(tag)).map(tag => (
      {key: [...path, tag].join('.'), message: message(tag), place: keyPlaceAt(tree, [...path, tag])}))),
  ];
}

function keysBelow(tree: LocatedMap, path: readonly string[]): string[] {
  const node = nodeAt(tree, path);
  return node?.kind === 'map' ? [...node.entries.keys()] : [];
}

function nodeAt(tree: LocatedMap, path: readonly string[]): Located | undefined {
  return path.reduce<Located | undefined>((node, key) => node?.kind === 'map' ? node.entries.get(key)?.value : undefined, tree);
}
