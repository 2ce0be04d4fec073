import {mkdtempSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import {diffResolved} from '../../src/spec/diff-resolved.js';
import {readExperiments} from '../../src/spec/read-experiments.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

test('of every file in experiments, what is stored differs from what is stored of its parent as the file does from its parent', t => {
  const {rows} = readExperiments(['experiments'], {cwd: root});
  const configs = new Map(rows.map(({experiment}) => [experiment.name, experiment.config]));
  const children = rows.filter(({experiment: {parent}}) => parent !== undefined && configs.has(parent));
  t.true(children.length > 10, 'there are rows to compare');
  for (const {experiment: {name, parent, config, changes}} of children) {
    t.deepEqual(diffResolved(configs.get(parent!)!, config), changes, `${name} against ${parent!}`);
  }
});

test('seeds and resources are no differences; a rate of dropout is one, however many layers take it', t => {
  const cwd = mkdtempSync(path.join(os.tmpdir(), 'ablate-diff-'));
  const layers = 'layers: [flatten, dropout, {concatenate: [dropout, {dense: {units: 2}}]}, dropout, {dense: {units: classes, activation: softmax}}]';
  const row = (rate: number, more: string) => `dataset: trashnet\nimage_size: 8\nmodel: {${layers}}\ndropout: ${rate}\n${more}\n`;
  writeFileSync(path.join(cwd, 'a.yaml'), row(0.25, 'seeds: [1, 2]\naugment: none'));
  writeFileSync(path.join(cwd, 'b.yaml'), row(0.5, 'resources: {priority: 3}\naugment: {fill_mode: constant}'));
  const {rows, problems} = readExperiments(['.'], {cwd});
  t.deepEqual(problems, []);
  const [a, b] = rows.map(({experiment}) => experiment.config);
  t.deepEqual(diffResolved(a!, b!), [{key: 'dropout', from: 0.25, to: 0.5}]);
  t.deepEqual(diffResolved(a!, a!), []);
});
