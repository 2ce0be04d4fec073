/** Keras' names: the first of a kind is called after it, the next ones count from 1. */
export function createNamer(): (kind: string) => string {
  const counts = new Map<string, number>();
  return kind => {
    const count = counts.get(kind) ?? 0;
    counts.set(kind, count + 1);
    return count === 0 ? kind : `${kind}_${count}`;
  };
}
