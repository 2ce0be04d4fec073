/** A value of JSON as Python writes it. */
export function pythonLiteral(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(each => pythonLiteral(each)).join(', ')}]`;
  }

  if (typeof value === 'object' && value !== null) {
    return `{${Object.entries(value).map(([key, each]) => `${JSON.stringify(key)}: ${pythonLiteral(each)}`).join(', ')}}`;
  }

  const words = new Map<unknown, string>([[true, 'True'], [false, 'False'], [null, 'None'], [undefined, 'None']]);
  return words.get(value) ?? JSON.stringify(value);
}

/** Arguments by name, those left away that are undefined or what Python has anyway: `strides=2, padding="same"`. */
export function pythonArguments(given: Readonly<Record<string, unknown>>, defaults: Readonly<Record<string, unknown>> = {}): string {
  return Object.entries(given)
    .filter(([key, value]) => value !== undefined && value !== defaults[key])
    .map(([key, value]) => `${key}=${pythonLiteral(value)}`)
    .join(', ');
}
