import {Buffer} from 'node:buffer';
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import fc from 'fast-check';
import type {Files} from '../kind.js';
import {damagedBytes} from './damaged-bytes.js';
import {harmfulTexts} from './harmful-texts.js';
import {oddValues} from './odd-values.js';
import {schemaPlaces} from './schema-places.js';

/** Files of experiments, of which the first is given, and what is laid on them by `--set`. */
export type ExperimentInput = {readonly files: Files; readonly overrides: readonly string[]};

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** The repository's own experiments and samples: what people write, and where mistakes begin. */
const real: readonly string[] = ['experiments', 'test/spec/samples']
  .flatMap(folder => readdirSync(path.join(root, folder), {recursive: true, encoding: 'utf8'}).map(name => path.join(root, folder, name)))
  .filter(name => name.endsWith('.yaml'))
  .toSorted()
  .map(file => readFileSync(file, 'utf8'));

const plain = `dataset: trashnet
image_size: 32
model:
  layers:
    - conv2d: {filters: 4, activation: relu}
    - max_pooling2d
    - flatten
    - dropout: 0.5
    - dense: {units: classes, activation: softmax}
optimizer: {name: adam, learning_rate: 0.01}
`;

/** Whole experiments with one place or a few of them changed to what must not stand there, written in a file that extends one which is right. */
const misplaced: fc.Arbitrary<Files> = fc.array(fc.tuple(fc.constantFrom(...schemaPlaces), oddValues), {minLength: 1, maxLength: 3})
  .map(changes => ({'a.yaml': text(`extends: root.yaml\n${changes.map(([key, value]) => writtenAt(key.split('.'), value)).join('\n')}\n`), 'root.yaml': text(plain)}));

/** Lines of real files lost, doubled, swapped, moved to the side, and with other values. */
const rewritten: fc.Arbitrary<Files> = fc.tuple(
  fc.constantFrom(...real),
  fc.array(fc.tuple(fc.nat(200), fc.constantFrom('lose', 'double', 'swap', 'indent', 'value', 'key', 'open'), oddValues), {minLength: 1, maxLength: 5}),
).map(([whole, changes]) => ({'a.yaml': text(changes.reduce((lines, [at, how, odd]) => changeLine(lines, at, how, odd), whole.split('\n')).join('\n')), 'root.yaml': text(plain)}));

const damaged: fc.Arbitrary<Files> = damagedBytes(real.map(each => text(each))).map(bytes => ({'a.yaml': bytes}));

const harmful: fc.Arbitrary<Files> = harmfulTexts(plain).map(each => ({'a.yaml': each}));

/** Chains and circles of parents. */
const extending: fc.Arbitrary<Files> = fc.tuple(fc.integer({min: 1, max: 120}), fc.nat(120), fc.boolean()).map(([length, back, isCircle]) => {
  const name = (index: number) => index === 0 ? 'a.yaml' : `p${index}.yaml`;
  const last = isCircle ? `extends: ${name(back % length)}\n` : plain;
  return Object.fromEntries(Array.from({length}, (_, index) =>
    [name(index), text(index === length - 1 ? last : `extends: ${name(index + 1)}\nepochs: ${index + 1}\n`)]));
});

const overrides = fc.oneof(
  fc.tuple(fc.constantFrom(...schemaPlaces), oddValues).map(([key, value]) => `${key}=${value}`),
  fc.string({unit: 'binary', maxLength: 40}),
  fc.tuple(fc.constantFrom('a', 'class_weight.a', 'model', '__proto__', 'augment'), fc.nat(2000)).map(([key, parts]) => `${key}${'.a'.repeat(parts)}=1`),
).map(each => each.replaceAll('\0', ''));

export const experimentFiles: fc.Arbitrary<ExperimentInput> = fc.record({
  files: fc.oneof(
    {weight: 6, arbitrary: misplaced},
    {weight: 6, arbitrary: rewritten},
    {weight: 3, arbitrary: damaged},
    {weight: 2, arbitrary: harmful},
    {weight: 1, arbitrary: extending},
  ),
  overrides: fc.oneof({weight: 3, arbitrary: fc.constant([])}, {weight: 1, arbitrary: fc.array(overrides, {minLength: 1, maxLength: 2})}),
});

function text(whole: string): Uint8Array {
  return Buffer.from(whole);
}

/** `{a: {b: [VALUE]}}` in one line of JSON around YAML. */
function writtenAt([first, ...rest]: readonly string[], value: string): string {
  const below = rest.reduceRight((inner, key) => key === '0' ? `[${inner}]` : `{${key}: ${inner}}`, value.replaceAll('\n', ' '));
  return `${first}: ${rest.length === 0 ? value : below}`;
}

function changeLine(lines: readonly string[], place: number, how: string, odd: string): string[] {
  const at = place % Math.max(1, lines.length);
  const line = lines[at] ?? '';
  const changes: Readonly<Record<string, readonly string[]>> = {
    lose: [],
    double: [line, line],
    swap: [lines[at + 1] ?? '', line],
    indent: [`${' '.repeat(place % 7)}${line}`],
    value: [line.replace(/(?<=: ).*$/v, () => odd)],
    key: [line.replace(/[\w.]+(?=:)/v, () => odd)],
    open: [`${line}${'[{"\'|>&*!%'[place % 10]!}`],
  };
  return lines.toSpliced(at, 1, ...changes[how]!);
}
