import type {Source} from './source.js';

/** A line of a source, counted from 1. `text` is without its end, `indent` the number of blanks that it begins with. */
export type Line = {readonly number: number; readonly start: number; readonly text: string; readonly indent: number};

/** The line that an offset lies in. */
export function lineAt({text}: Source, offset: number): Line {
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  const [line] = text.slice(start).split(/\r?\n/v, 1) as [string];
  return {number: text.slice(0, start).split('\n').length, start, text: line, indent: /^\s*/v.exec(line)![0].length};
}

/** The nearest line above that holds more than blanks and a comment. */
export function lineAbove(source: Source, {start}: Line): Line | undefined {
  for (let end = start - 1; end >= 0;) {
    const begin = end === 0 ? 0 : source.text.lastIndexOf('\n', end - 1) + 1;
    if (!/^\s*(?:#|$)/v.test(source.text.slice(begin, end))) {
      return lineAt(source, begin);
    }

    end = begin - 1;
  }

  return undefined;
}
