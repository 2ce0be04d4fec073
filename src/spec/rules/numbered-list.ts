import type {ClassRule, Rules, Texts} from '../../domain/rules.js';
import {placeAt, plainValue} from '../located.js';
import type {SpecProblem} from '../problem.js';
import {shorten} from '../shorten.js';
import type {LocatedMap} from '../source.js';

const language = 'zh';

/** Whether a file is a list of Huawei's form, `{"0": "其他垃圾/一次性快餐盒"}`: a class's number, its bin and what it is called. */
export function isNumberedList({entries}: LocatedMap): boolean {
  return entries.size > 0 && [...entries.keys()].every(key => /^\d+$/v.test(key));
}

/** What is wrong with such a list: values of another form, and things that go into two bins. */
export function checkNumberedList(tree: LocatedMap): SpecProblem[] {
  const rows = valuesOf(tree).map(([key, value]) => ({key, value, parts: partsOf(value)}));
  const firstOf = new Map(rows.toReversed().flatMap(({key, parts}) => parts ? [[parts.thing, {key, bin: parts.bin}]] : []));
  return rows.flatMap(({key, value, parts}) => {
    const problem = (message: string) => [{key, message, place: placeAt(tree, [key])}];
    if (!parts) {
      return problem(`expected "bin/thing", such as "可回收物/易拉罐", but got ${quote(value)}.`);
    }

    const {thing, bin} = parts;
    const first = firstOf.get(thing)!;
    return first.bin === bin
      ? []
      : problem(`${quote(thing)} goes into ${quote(first.bin)} by ${first.key}, and into ${quote(bin)} here. Give it one bin, or the other thing a name of its own.`);
  });
}

function quote(value: unknown): string {
  return shorten(JSON.stringify(value), 60);
}

/** Rules of such a list, by the classes' numbers and by what they are called. Bins whose names are known have them in every language. */
export function rulesOfNumberedList(tree: LocatedMap, label: string, knownBins: Iterable<Texts>): Rules {
  const known = new Map([...knownBins].map(texts => [texts.get(language), texts]));
  const rows = valuesOf(tree).map(([number, value]) => ({number, ...partsOf(value)!}));
  const bins = new Map(rows.map(({bin}): [string, Texts] => [bin, known.get(bin) ?? new Map([[language, bin]])]));
  const rulesBy = (key: 'number' | 'thing') => rows.map((row): [string, ClassRule] =>
    [row[key], {name: new Map([[language, row.thing]]), bin: row.bin, hint: undefined}]);
  return {
    label,
    languages: [...new Set([language, ...[...bins.values()].flatMap(texts => [...texts.keys()])])],
    bins,
    classes: new Map([...rulesBy('thing'), ...rulesBy('number')]),
  };
}

function valuesOf(tree: LocatedMap): Array<[key: string, value: unknown]> {
  return Object.entries(plainValue(tree) as Readonly<Record<string, unknown>>);
}

function partsOf(value: unknown): {readonly bin: string; readonly thing: string} | undefined {
  const [, bin, thing] = typeof value === 'string' ? /^([^\/]*[^\s\/])\s*\/\s*(\S.*)$/v.exec(value.trim()) ?? [] : [];
  return bin === undefined || thing === undefined ? undefined : {bin, thing};
}
