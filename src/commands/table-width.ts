import process from 'node:process';

/** How wide a table may be: the terminal's width; in a pipe or a file as wide as its columns need. */
export function tableWidth(): number {
  return process.stdout.columns ?? Number.POSITIVE_INFINITY;
}
