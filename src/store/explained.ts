import {explainStoreError} from './explain-store-error.js';

/** The same object, whose methods throw what SQLite refuses as UserErrors: a damaged page may be met by any question. */
export function explained<Target extends object>(target: Target, file: string): Target {
  return new Proxy(target, {
    get(_, key) {
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? explaining(value.bind(target) as (...args: unknown[]) => unknown, file) : value;
    },
  });
}

function explaining(work: (...args: unknown[]) => unknown, file: string): (...args: unknown[]) => unknown {
  return (...args) => {
    try {
      return work(...args);
    } catch (error) {
      throw explainStoreError(error, file);
    }
  };
}
