import {CsvError, parse, type Info} from 'csv-parse/sync';
import {errors} from '../../errors.js';

/** One line of a CSV that is not empty. */
export type Line = {
  /** File and number, as messages begin. */
  readonly place: string;
  readonly fields: readonly string[];
  /** What each field is called; of the first line, its own fields. */
  readonly names: readonly string[];
};

/** Parts a CSV into lines of as many fields as the first has. Throws a UserError for quotes that do not close and for other counts. */
export function parseLines(text: string, label: string): readonly Line[] {
  const records = parseRecords(text, label);
  const names = records[0]?.record ?? [];
  return records.map(({record, info}) => {
    const place = `${label}:${info.lines}`;
    if (record.length !== names.length) {
      throw errors.badHistory(place, `expected ${names.length} fields, as the first line has, got ${record.length}`, 'Fields are parted by commas, and numbers have a point: 0.75');
    }

    return {place, fields: record, names};
  });
}

type Parsed = {readonly record: readonly string[]; readonly info: Info};

function parseRecords(text: string, label: string): readonly Parsed[] {
  try {
    // Counts are compared above, so that they are told in our words. The library's types do not know what `info` changes.
    return parse(text, {info: true, bom: true, trim: true, skip_empty_lines: true, relax_column_count: true}) as unknown as Parsed[];
  } catch (error) {
    if (error instanceof CsvError) {
      const {lines} = error as CsvError & {readonly lines: number};
      throw errors.badHistory(`${label}:${lines}`, 'a quote does not close, or stands within a field', 'Figures need no quotes.', error);
    }

    throw error;
  }
}
