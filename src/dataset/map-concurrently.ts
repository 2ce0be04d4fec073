/** Maps over items with at most `limit` promises under way, keeping their order; the first rejection rejects the whole. */
export async function mapConcurrently<Item, Result>(
  items: readonly Item[],
  limit: number,
  map: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = Array.from({length: items.length});
  let next = 0;
  const walk = async (): Promise<void> => {
    while (next < items.length) {
      const index = next++;
      results[index] = await map(items[index]!, index);
    }
  };

  await Promise.all(Array.from({length: Math.min(limit, items.length)}, walk));
  return results;
}
