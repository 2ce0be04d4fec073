import type {Database} from 'better-sqlite3';

/** A picture of a split: `path` is relative to the data set's root, `digest` the SHA-256 of the file. */
export type SplitPicture = {
  readonly subset: 'training' | 'validation';
  readonly path: string;
  /** Index into the split's classes. */
  readonly classIndex: number;
  readonly class: string;
  readonly digest: string;
};

/** All pictures of a split. */
export function splitPictures(db: Database, splitId: string): SplitPicture[] {
  return db.prepare<[string], SplitPicture>(`
    SELECT subset, path, class AS classIndex, json_extract(classes, '$[' || class || ']') AS class, digest
    FROM pictures JOIN splits USING (split_id) WHERE split_id = ? ORDER BY subset, position
  `).all(splitId);
}
