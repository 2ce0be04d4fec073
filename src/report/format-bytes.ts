/** A size in the unit that suits it: `2 kB`, `589 MB`, `23.5 GB`; nothing but 0 is shown as 0. */
export function formatBytes(bytes: number): string {
  if (bytes < 999_500) {
    return `${Math.ceil(bytes / 1e3)} kB`;
  }

  return bytes < 999_500_000 ? `${Math.round(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}
