import fs from 'node:fs';
import path from 'node:path';
import test from 'ava';
import {replaceDatabase} from '../../src/store/replace-database.js';
import {makeFolder} from './fixtures/open-temporary.js';

/** Puts a new database in the place of these files; gives the name of the old one, and what lies in the folder then. */
function replace(folder: string, files: Readonly<Record<string, string>>): {kept: string | undefined; found: Record<string, string>} {
  for (const [name, content] of Object.entries({...files, made: 'new'})) {
    fs.writeFileSync(path.join(folder, name), content);
  }

  const kept = replaceDatabase(path.join(folder, 'made'), path.join(folder, 'ablate.db'));
  const names = fs.readdirSync(folder).toSorted();
  return {kept, found: Object.fromEntries(names.map(name => [name, fs.readFileSync(path.join(folder, name), 'utf8')]))};
}

test('a log whose database was put aside by one that died then joins it', t => {
  const folder = makeFolder();
  fs.writeFileSync(path.join(folder, 'ablate.db-wal'), 'log');
  fs.writeFileSync(path.join(folder, 'ablate.db'), 'old');
  fs.renameSync(path.join(folder, 'ablate.db'), path.join(folder, 'ablate.db.damaged-3'));
  t.deepEqual(replace(folder, {}), {
    kept: 'ablate.db.damaged-3',
    found: {'ablate.db': 'new', 'ablate.db.damaged-3': 'old', 'ablate.db.damaged-3-wal': 'log'},
  });
});

test('a log never joins a database that has one, or that was put aside before the log was written', t => {
  const folder = makeFolder();
  const first = replace(folder, {'ablate.db': 'old', 'ablate.db-wal': 'log'});
  t.deepEqual(first.found, {'ablate.db': 'new', 'ablate.db.damaged-1': 'old', 'ablate.db.damaged-1-wal': 'log'});
  fs.rmSync(path.join(folder, 'ablate.db'));
  t.is(replace(folder, {'ablate.db-wal': 'another log'}).kept, 'ablate.db.damaged-2');

  const other = makeFolder();
  replace(other, {'ablate.db': 'old'});
  fs.rmSync(path.join(other, 'ablate.db'));
  fs.writeFileSync(path.join(other, 'ablate.db-wal'), 'log');
  const later = new Date(Date.now() + 60_000);
  fs.utimesSync(path.join(other, 'ablate.db-wal'), later, later);
  t.is(replace(other, {}).kept, 'ablate.db.damaged-2');
});
