/** A difference with its sign, `+0.027` or `−0.4`; what rounds to 0 has none. */
export function formatSigned(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? (0).toFixed(digits) : (value > 0 ? `+${text}` : text.replace('-', '−'));
}
