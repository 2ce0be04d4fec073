/** A value as a field of a CSV file (RFC 4180): text quoted where it must be, nothing for what is missing, else JSON. */
export function csvField(value: unknown): string {
  if (value === null || value === undefined) {
    return '';
  }

  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return /[",\r\n]/v.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
