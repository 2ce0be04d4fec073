/**
P(X ≤ k) for k = 0 to `drawn`, of the number X of right answers among `drawn` pictures, drawn without replacement from `pictures`, of which
`right` are right: the hypergeometric distribution, by sums of logarithms, within 1e-12.
*/
export function hypergeometricCdf(pictures: number, right: number, drawn: number): Float64Array {
  const logs = logFactorials(pictures);
  const logChoose = (from: number, chosen: number) => logs[from]! - logs[chosen]! - logs[from - chosen]!;
  const all = logChoose(pictures, drawn);
  let sum = 0;
  return Float64Array.from({length: drawn + 1}, (_, found) => {
    const isPossible = found <= right && drawn - found <= pictures - right;
    sum += isPossible ? Math.exp(logChoose(right, found) + logChoose(pictures - right, drawn - found) - all) : 0;
    return Math.min(1, sum);
  });
}

// ln 0!, ln 1!, … ln count!
function logFactorials(count: number): Float64Array {
  const logs = new Float64Array(count + 1);
  for (let number = 1; number <= count; number++) {
    logs[number] = logs[number - 1]! + Math.log(number);
  }

  return logs;
}
