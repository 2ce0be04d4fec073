import fs from 'node:fs';
import path from 'node:path';
import test from 'ava';
import {parse} from 'yaml';
import type {ExperimentConfig} from '../../src/domain/generated/experiment-config.js';
import {RunFolder} from '../../src/protocol/run-folder.js';
import {readRunFacts} from '../../src/protocol/run-facts.js';
import {resolvedYaml} from '../../src/queue/resolved-yaml.js';
import {readExperiments} from '../../src/spec/read-experiments.js';
import {planRun} from './fixtures/plan-run.js';
import {makeFolder, optionsFor, sweep} from './fixtures/sweep.js';

test('the resolved configuration reads as an experiment of the same meaning', t => {
  const run = planRun('row', {seed: 7, published: 0.8});
  const file = path.join(makeFolder(), 'resolved.yaml');
  fs.writeFileSync(file, resolvedYaml(run));
  const {rows, problems} = readExperiments([file], {cwd: path.dirname(file)});
  t.deepEqual([...problems], []);
  t.is(rows.length, 1);
  t.like(rows[0]!.experiment, {name: 'row', published: {validation_score: 0.8}});
  t.deepEqual(rows[0]!.experiment.config, {...run.experiment.config, seeds: [7]});
});

test('a rate of dropout stands in the layers that took it, and nowhere else', t => {
  const run = planRun('row', {dropout: 0.2});
  const file = path.join(makeFolder(), 'resolved.yaml');
  fs.writeFileSync(file, resolvedYaml(run));
  const {rows, problems} = readExperiments([file], {cwd: path.dirname(file)});
  t.deepEqual(problems.map(problem => problem.message), []);
  t.deepEqual(rows[0]!.experiment.config.model, run.experiment.config.model);
});

test('defaults that are written out contradict no other option', t => {
  const run = planRun('row');
  const schedule: ExperimentConfig['schedule'] = {
    name: 'step', boundaries: [1, 2], values: [0.1, 0.01], factor: 0.1, unit: 'epochs', warmup: 0, warmup_from: 0,
  };
  const config = {...run.experiment.config, schedule};
  const file = path.join(makeFolder(), 'resolved.yaml');
  fs.writeFileSync(file, resolvedYaml({...run, experiment: {...run.experiment, config}}));
  const {rows, problems} = readExperiments([file], {cwd: path.dirname(file)});
  t.deepEqual(problems.map(problem => problem.message), []);
  t.deepEqual(rows[0]!.experiment.config.schedule, schedule);
});

test('its head names the run, the file and the fingerprint', t => {
  const run = planRun('row');
  const text = resolvedYaml(run);
  t.true(text.startsWith(`# The run ${run.id}, of experiments/row.yaml, with every default filled in.\n# Fingerprint ${run.fingerprint}.\n`));
  t.like(parse(text), {name: 'row', seeds: [0]});
});

test('a run\'s folder holds what the database would need to be made anew', async t => {
  const runsFolder = makeFolder();
  const run = planRun('trains', {seed: 3, parent: 'root'});
  await sweep([run], optionsFor(runsFolder));
  const folder = new RunFolder(runsFolder, run.id);
  t.is(fs.readFileSync(folder.resolved, 'utf8'), resolvedYaml(run));
  const facts = readRunFacts(folder)!;
  const {description, published, ...stated} = run.experiment;
  t.deepEqual([description, published], [undefined, undefined]);
  t.deepEqual(facts, {runId: run.id, experiment: stated as typeof run.experiment, seed: 3, fingerprint: run.fingerprint, splitId: run.split.id});
  const {root, ...split} = run.split;
  const stored = fs.readFileSync(folder.splitFile(facts.splitId), 'utf8');
  t.deepEqual(JSON.parse(stored), split);
  t.false(stored.includes(root));
  t.deepEqual(fs.readdirSync(folder.path).toSorted(), ['events.jsonl', 'log.txt', 'resolved.yaml', 'run.json']);
});
