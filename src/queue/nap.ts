/** A sleep that can be cut short. */
export class Nap {
  #wake: (() => void) | undefined;
  #isCalled = false;

  async sleep(ms: number): Promise<void> {
    if (!this.#isCalled) {
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, ms);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }

    this.#wake = undefined;
    this.#isCalled = false;
  }

  /** Ends the sleep, or the next one before it begins. */
  readonly wake = (): void => {
    this.#isCalled = true;
    this.#wake?.();
  };
}
