import type {Database} from 'better-sqlite3';

/** Where a row of the leaderboard came from, and when its configuration was first planned (ISO 8601). */
export type RowSource = {
  readonly name: string;
  readonly experimentId: string;
  /** The files that it was read from, its own first; only that where an earlier ablate planned it. */
  readonly sources: readonly string[];
  readonly plannedAt: string;
};

/** Every row of the leaderboard. */
export function rowSources(db: Database): RowSource[] {
  return db.prepare<[], [string, string, string, string]>(`
    SELECT name, experiment_id, coalesce(sources, json_array(file)), created_at FROM experiments
    WHERE current = 1
  `).raw().all().map(([name, experimentId, sources, plannedAt]) => ({name, experimentId, sources: JSON.parse(sources) as string[], plannedAt}));
}
