/** A number of things, by thousands: `12,345`. */
export function formatCount(count: number): string {
  return count.toLocaleString('en');
}

/** One that is known to no more than two digits, upwards: `13,000`. */
export function formatRoughCount(count: number): string {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(count)) - 1);
  return formatCount(Math.ceil(count / unit) * unit);
}
