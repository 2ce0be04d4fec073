import type {ResolvedFile} from './resolve-extends.js';

/** The files that a file is made of, as they are named to users: itself, then its parents. */
export function sourceChain({source, parent}: ResolvedFile): string[] {
  return [source.label, ...parent ? sourceChain(parent) : []];
}
