/** What somebody waits at until it is opened or shut; the first of the two counts. */
export class Gate {
  #state: 'open' | 'shut' | undefined;
  #settle: (() => void) | undefined;
  readonly #settled = new Promise<void>(resolve => {
    this.#settle = resolve;
  });

  get isOpen(): boolean {
    return this.#state === 'open';
  }

  open(): void {
    this.#state ??= 'open';
    this.#settle?.();
  }

  shut(): void {
    this.#state ??= 'shut';
    this.#settle?.();
  }

  /** Waits; true where it was opened. */
  async passes(): Promise<boolean> {
    await this.#settled;
    return this.isOpen;
  }
}
