/** The places of those rows that have a run which a row of more runs, or one before them, has too: it would count twice. */
export function repeatedRows(rows: ReadonlyArray<readonly string[]>): Set<number> {
  const taken = new Set<string>();
  const repeated = new Set<number>();
  for (const place of [...rows.keys()].toSorted((one, other) => rows[other]!.length - rows[one]!.length)) {
    if (rows[place]!.some(runId => taken.has(runId))) {
      repeated.add(place);
    }

    for (const runId of rows[place]!) {
      taken.add(runId);
    }
  }

  return repeated;
}
