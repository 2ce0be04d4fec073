import path from 'node:path';
import {fileURLToPath} from 'node:url';

// This file runs from build/test/conformance.
const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The sources of the comparison: what Python runs, and what it once answered. */
export const conformanceFolder = path.join(root, 'test/conformance');

/** What Keras answered about a subject when it was recorded. */
export function recordedFile(subject: string): string {
  return path.join(conformanceFolder, subject, 'recorded.json');
}

/** A few small drawn pictures in class folders, for recordings: photos of others may not be kept here. */
export const drawnPhotos = path.join(conformanceFolder, 'photos');
