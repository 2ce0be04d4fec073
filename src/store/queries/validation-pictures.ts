import type {Database} from 'better-sqlite3';
import type {DigestedPicture} from '../../domain/dataset.js';

/** The pictures that a split validates on, in the order of the answers. */
export function validationPictures(db: Database, splitId: string): DigestedPicture[] {
  return db.prepare<[string], DigestedPicture>(`
    SELECT path, class AS classIndex, digest FROM pictures WHERE split_id = ? AND subset = 'validation' ORDER BY position
  `).all(splitId);
}
