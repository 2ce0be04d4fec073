import type {BoardRow} from '../../domain/board-row.js';

/** What is to be known of a row beside its scores. */
export function noteText(row: BoardRow): string {
  const notes = [
    row.status === 'done' ? '' : row.status,
    row.stale ? 'stale' : '',
    row.file_changed ? 'file changed' : '',
    row.file_gone ? 'file gone' : '',
    row.data_changed ? 'data changed' : '',
    row.synthetic ? 'drawn pictures' : '',
    row.reading ?? '',
  ];
  return notes.filter(text => text !== '').join('; ');
}
