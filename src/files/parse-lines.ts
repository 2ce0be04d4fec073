import {CsvError, parse, type Info} from 'csv-parse/sync';

/** One line of a CSV that is not empty. */
export type Line = {
  /** File and number, as messages begin. */
  readonly place: string;
  readonly fields: readonly string[];
  /** What each field is called; of the first line, its own fields. */
  readonly names: readonly string[];
};

/** What to throw for a line that is wrong, and what to advise. */
export type CsvMistakes = {
  readonly mistake: (place: string, what: string, hint: string, cause?: unknown) => Error;
  readonly hintOfCount: string;
  readonly hintOfQuotes: string;
};

/** Parts a CSV into lines of as many fields as the first has. Throws the mistake for quotes that do not close and for other counts. */
export function parseLines(text: string, label: string, mistakes: CsvMistakes): readonly Line[] {
  const records = parseRecords(text, label, mistakes);
  const names = records[0]?.record ?? [];
  return records.map(({record, info}) => {
    const place = `${label}:${info.lines}`;
    if (record.length !== names.length) {
      throw mistakes.mistake(place, `expected ${names.length} fields, as the first line has, got ${record.length}`, mistakes.hintOfCount);
    }

    return {place, fields: record, names};
  });
}

type Parsed = {readonly record: readonly string[]; readonly info: Info};

function parseRecords(text: string, label: string, {mistake, hintOfQuotes}: CsvMistakes): readonly Parsed[] {
  try {
    // Counts are compared above, so that they are told in our words. The library's types do not know what `info` changes.
    return parse(text, {info: true, bom: true, trim: true, skip_empty_lines: true, relax_column_count: true}) as unknown as Parsed[];
  } catch (error) {
    if (error instanceof CsvError) {
      const {lines} = error as CsvError & {readonly lines: number};
      throw mistake(`${label}:${lines}`, 'a quote does not close, or stands within a field', hintOfQuotes, error);
    }

    throw error;
  }
}
