import type {Database} from 'better-sqlite3';

type Definition = {readonly type: string; readonly name: string; readonly tbl_name: string; readonly sql: string};

/**
A run can be `cancelled`. SQLite changes no constraint in place, so the table is made anew of its own text, whatever columns it has
by now, and what refers to it is laid on again. Foreign keys must be off: the old table takes nothing with it.
*/
export function cancelled(db: Database): void {
  const definitions = db.prepare<[], Definition>('SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid').all();
  const views = definitions.filter(({type}) => type === 'view');
  const indices = definitions.filter(({type, tbl_name: table}) => type === 'index' && table === 'runs');
  const runs = definitions.find(({type, name}) => type === 'table' && name === 'runs')!;
  const make = runs.sql.replace(/^CREATE TABLE "?runs"?/v, 'CREATE TABLE new_runs').replace(/'interrupted'\)\)/v, '\'interrupted\', \'cancelled\'))');
  const statements = [
    ...views.map(({name}) => `DROP VIEW ${name}`),
    make,
    'INSERT INTO new_runs SELECT * FROM runs ORDER BY rowid',
    'DROP TABLE runs',
    'ALTER TABLE new_runs RENAME TO runs',
    ...indices.map(({sql}) => sql),
    ...views.map(({sql}) => withCancelled(sql)),
  ];
  for (const statement of statements) {
    db.exec(statement);
  }
}

/** The leaderboard tells of a row whose runs were cancelled, or never began. */
function withCancelled(view: string): string {
  return view.replace(/^(?<indent> +)ELSE 'queued'$/mv, '$<indent>WHEN sum(status = \'cancelled\') > 0 THEN \'cancelled\'\n$&');
}
