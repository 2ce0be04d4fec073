import path from 'node:path';
import type {StoredBoardRow} from '../../domain/board-row.js';
import type {Places} from '../places.js';
import {locateRowFile} from './locate-row-file.js';

/** Whether a stored row's file is the one that is given, or lies below the folder, be they there still or not. */
export function isBelow({file}: Pick<StoredBoardRow, 'file'>, given: string, places: Places): boolean {
  const absolute = locateRowFile(file, places);
  const folder = path.resolve(places.cwd, given);
  return !path.relative(folder, absolute).startsWith('..');
}
