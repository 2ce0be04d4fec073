/**
The same function, which works out what it gives for an object and a second value once, as long as the object lives. What it gives is not to
be changed.
*/
export function remembered<Key extends object, Second, Value>(work: (key: Key, second: Second) => Value): (key: Key, second: Second) => Value {
  const known = new WeakMap<Key, Map<Second, Value>>();
  return (key, second) => {
    const values = known.get(key) ?? new Map<Second, Value>();
    known.set(key, values);
    if (!values.has(second)) {
      values.set(second, work(key, second));
    }

    return values.get(second)!;
  };
}
