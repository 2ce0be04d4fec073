import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {Ajv} from 'ajv';
import test from 'ava';
import {parse} from 'yaml';

// What an editor checks single files against, as they are written: by the line `# yaml-language-server: $schema=…`.
const root = fileURLToPath(new URL('../../../', import.meta.url));
const file = path.join(root, 'schemas/experiment.schema.json');
const validate = new Ajv({allErrors: true, allowUnionTypes: true, strictTypes: false}).compile(JSON.parse(readFileSync(file, 'utf8')) as object);

function mistakes(text: string): string[] {
  return validate(parse(text)) ? [] : (validate.errors ?? []).map(error => `${error.instancePath} ${error.message}`);
}

function filesBelow(folder: string): string[] {
  return (readdirSync(path.join(root, folder), {recursive: true}) as string[]).filter(name => name.endsWith('.yaml')).map(name => path.join(root, folder, name));
}

for (const name of filesBelow('experiments')) {
  test(`an editor finds nothing wrong with ${path.relative(root, name)}, and its schema`, t => {
    const text = readFileSync(name, 'utf8');
    const [, schema] = /^# yaml-language-server: \$schema=(\S+)$/mv.exec(text) ?? [];
    t.deepEqual(mistakes(text), []);
    t.is(path.resolve(path.dirname(name), schema ?? ''), file);
  });
}

test('an editor finds nothing wrong with samples that are right', t => {
  const right = filesBelow('test/spec/samples').filter(name => readdirSync(path.dirname(name)).includes('resolved.json'));
  t.true(right.length > 5);
  t.deepEqual(right.flatMap(name => mistakes(readFileSync(name, 'utf8'))), []);
});

test('a child may hold part of a map, and null where it takes an inherited key away', t => {
  t.deepEqual(mistakes('{extends: a.yaml, optimizer: {learning_rate: 0.1}, augment: null}'), []);
  t.deepEqual(mistakes('{extends: a.yaml, optimizer: {name: sgd, momentum: null}, dropout: null, split: {validation: null}}'), []);
  t.deepEqual(mistakes('{extends: a.yaml, optimizer: null, dataset: {path: null, csv: a.csv, classes: [a, b]}, preprocess: null, published: {validation_score: 0.3}}'), []);
});

test('a file without a parent must hold what nothing else can give it', t => {
  t.deepEqual(mistakes('{epochs: 3}').filter(text => text.includes('required')), [' must have required property \'dataset\'', ' must have required property \'model\'']);
  t.regex(mistakes('{dataset: {classes: [a, b]}, model: {layers: [flatten]}}').join('\n'), /\/dataset must have required property 'path'/v);
  t.deepEqual(mistakes('{dataset: {csv: a.csv}, model: {layers: [flatten]}}'), []);
});

test('what is wrong in any file is marked in a child too', t => {
  const wrongs = [
    'epoch: 3',
    'epochs: 0',
    'optimizer: {name: adm}',
    'optimizer: {name: sgd, beta_1: 0.3}',
    'optimizer: {lr: 1}',
    'augment: nothing',
    'model: {layers: [dense]}',
    'dataset: null',
    'matrix: {epochs: [1, 1]}',
    'name: null',
  ];
  t.deepEqual(wrongs.filter(wrong => mistakes(`extends: a.yaml\n${wrong}`).length === 0), []);
});
