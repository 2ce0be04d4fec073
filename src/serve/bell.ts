/** Wakes one who waits; a ring that nobody waited for is heard by the next. */
export class Bell {
  #hasRung = false;
  #wake: (() => void) | undefined;

  ring(): void {
    this.#hasRung = true;
    this.#wake?.();
  }

  /** Waits for a ring; false where none came in time. */
  async heard(ms: number): Promise<boolean> {
    if (!this.#hasRung) {
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, ms);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }

    const hasRung = this.#hasRung;
    this.#hasRung = false;
    this.#wake = undefined;
    return hasRung;
  }
}
