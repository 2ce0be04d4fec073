import type {Document, YAMLError} from 'yaml';
import type {Source} from './source.js';

/** One error of the parser, and what it was found in. */
export type SyntaxMistake = {readonly error: YAMLError; readonly document: Document.Parsed; readonly source: Source};

/** What to say of a mistake, and where it stands if not where the parser noticed it. */
export type DescribedMistake = {readonly message: string; readonly start?: number; readonly end?: number};
