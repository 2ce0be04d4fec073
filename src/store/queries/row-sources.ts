import type {Database} from 'better-sqlite3';

/** Where a row of the leaderboard came from, as it was planned last. */
export type RowSource = {
  readonly name: string;
  /** The files that it was read from, its own first; only that where an earlier ablate planned it. */
  readonly sources: readonly string[];
  /** JSON of the resolved configuration, and of what was published. */
  readonly config: string;
  readonly published: string | null;
  /** JSON of what the row calls its data set. */
  readonly dataset: string;
  /** When it was first planned in this form (ISO 8601). */
  readonly plannedAt: string;
};

type Stored = Omit<RowSource, 'sources'> & {readonly sources: string};

/** Every row of the leaderboard, by its name. */
export function rowSources(db: Database): Map<string, RowSource> {
  const rows = db.prepare<[], Stored>(`
    SELECT
      name, coalesce(sources, json_array(file)) AS sources, config, published, json_quote(json_extract(config, '$.dataset')) AS dataset,
      created_at AS plannedAt
    FROM experiments WHERE current = 1
  `).all();
  return new Map(rows.map(row => [row.name, {...row, sources: JSON.parse(row.sources) as string[]}]));
}
