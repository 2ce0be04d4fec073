/** Sets of indexes that are joined by their members. */
export class Groups {
  readonly #leaders: number[];

  constructor(count: number) {
    this.#leaders = Array.from({length: count}, (_, index) => index);
  }

  join(one: number, other: number): void {
    const [first, second] = [this.#leaderOf(one), this.#leaderOf(other)];
    this.#leaders[Math.max(first, second)] = Math.min(first, second);
  }

  /** Those of more than one. */
  list(): number[][] {
    const groups = this.#leaders.map((): number[] => []);
    for (const index of this.#leaders.keys()) {
      groups[this.#leaderOf(index)]!.push(index);
    }

    return groups.filter(group => group.length > 1);
  }

  #leaderOf(index: number): number {
    let leader = index;
    while (this.#leaders[leader] !== leader) {
      leader = this.#leaders[leader]!;
    }

    return leader;
  }
}
