const seconds = {s: 1, m: 60, h: 3600, d: 86_400} as const;

/** Seconds of what a person writes: a number of them, or one with `s`, `m`, `h` or `d` (`90m`); undefined for anything else. */
export function parseDuration(text: string | number): number | undefined {
  const [, number, unit = 's'] = /^(\d+(?:\.\d+)?)([smhd]?)$/v.exec(String(text)) ?? [];
  const whole = Number(number) * seconds[(unit || 's') as keyof typeof seconds];
  return whole > 0 ? whole : undefined;
}
