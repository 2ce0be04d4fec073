/** The keys of `split` that each method reads, beside `method`. */
export const splitKeys: Readonly<Record<string, readonly string[]>> = {
  keras: ['validation'],
  stratified: ['validation', 'seed'],
  kfold: ['folds', 'fold', 'seed'],
};

/** The keys of `split` that only other methods read; none where there is no such method. */
export function foreignSplitKeys(method: unknown): readonly string[] {
  const own = Object.hasOwn(splitKeys, String(method)) ? splitKeys[String(method)] : undefined;
  return own ? Object.values(splitKeys).flat().filter(key => !own.includes(key)) : [];
}
