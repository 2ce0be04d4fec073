import fs from 'node:fs';
import path from 'node:path';
import test from 'ava';
import {Inline, makePhotos, tinyExperiment} from '../run-inline.js';
import {openTemporary} from '../store/fixtures/open-temporary.js';

type Query = {readonly sql: string; readonly options: readonly string[]; readonly mayBeEmpty: boolean};

/** Two rows as the examples name them, trained for real. Two classes have the very same photos, so that half of their answers are wrong. */
async function trainRows(): Promise<Inline> {
  const inline = await Inline.create({
    'model1.yaml': `${tinyExperiment}published: {validation_score: 1}\nseeds: [0, 1]\n`,
    'model2.yaml': 'extends: model1.yaml\noptimizer: {learning_rate: 0.02}\n',
  });
  const photos = path.join(inline.folder, 'photos');
  await makePhotos(inline.folder);
  fs.cpSync(path.join(photos, 'blue'), path.join(photos, 'glass'), {recursive: true});
  for (const [colour, name] of Object.entries({blue: 'metal', green: 'paper', red: 'trash'})) {
    fs.renameSync(path.join(photos, colour), path.join(photos, name));
  }

  const {code, stderr} = await inline.ablate('run', 'model1.yaml', 'model2.yaml');
  if (code !== 0) {
    throw new Error(stderr);
  }

  return inline;
}

/** What stands in blocks of SQL: each query with the comment before it. */
function queriesOfBlocks(text: string): Query[] {
  const blocks = [...text.matchAll(/^```sql\n(?<block>.+?)^```/gmsv)].map(match => match.groups!.block!);
  return blocks.flatMap(block => block.split(';\n')).filter(sql => sql.trim() !== '')
    .map(sql => ({sql, options: [], mayBeEmpty: /^\/\*.*\bno rows where\b/imv.test(sql)}));
}

/** What is given to `ablate query`, in quotes. */
function queriesOfCommands(text: string): Query[] {
  return [...text.matchAll(/ablate query (?<quote>["'])(?<sql>.+?)\k<quote>(?<options>(?: --[a-z]+)*)/gv)]
    .map(({groups}) => ({sql: groups!.sql!, options: groups!.options!.split(' ').filter(Boolean), mayBeEmpty: false}));
}

test('every query of the documentation and of the help is answered with rows', async t => {
  const inline = await trainRows();
  const pages = ['README.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md', ...fs.readdirSync('docs').map(page => `docs/${page}`)].filter(page => page.endsWith('.md'));
  const texts = [...pages.map(page => fs.readFileSync(page, 'utf8')), (await inline.ablate('query', '--help')).stdout];
  const blocks = texts.flatMap(text => queriesOfBlocks(text));
  const commands = texts.flatMap(text => queriesOfCommands(text));
  t.true(blocks.length >= 16, 'docs/queries.md');
  t.true(commands.length >= 5, 'README.md, docs/queries.md, and three of the help');
  for (const {sql, options, mayBeEmpty} of [...blocks, ...commands]) {
    const {code, stdout, stderr} = await inline.ablate('query', sql, ...options);
    t.is(code, 0, `${sql}\n${stderr}`);
    t.true(mayBeEmpty || (stdout.trim().includes('\n') && !stdout.endsWith('(no rows)\n')), `without rows: ${sql}`);
  }
});

test('docs/queries.md names every table and view, and every column', t => {
  const {store, sql} = openTemporary();
  const page = fs.readFileSync('docs/queries.md', 'utf8');
  const names = sql.prepare<[], string>(`
    SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')
    UNION SELECT fields.name FROM sqlite_schema AS tables JOIN pragma_table_info(tables.name) AS fields WHERE tables.type IN ('table', 'view')
  `).pluck().all();
  store.close();
  t.true(names.length > 50);
  t.deepEqual(names.filter(name => !page.includes(`\`${name}\``)), []);
});
