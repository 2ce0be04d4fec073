import type {PlannedRun} from '../domain/planned-run.js';

type Missing = ReadonlyArray<{readonly key: string; readonly digests: readonly string[]}>;

/** Goes through a plan's runs in their order and says how many looks at photos are each one's own: what one adds to the cache no other does. */
export class LooksOfPlan {
  readonly #taken = new Map<string, Set<string>>();

  /** `missing`: photos by where their features are kept, which lack them now. */
  take(missing: Missing): {readonly count: number; readonly features?: NonNullable<PlannedRun['features']>} {
    let count = 0;
    for (const {key, digests} of missing) {
      const taken = this.#taken.get(key) ?? new Set();
      this.#taken.set(key, taken);
      for (const digest of digests) {
        count += taken.has(digest) ? 0 : 1;
        taken.add(digest);
      }
    }

    const isComplete = missing.every(({digests}) => digests.length === 0);
    return isComplete ? {count} : {count, features: count > 0 ? 'adds' : 'waits'};
  }
}
