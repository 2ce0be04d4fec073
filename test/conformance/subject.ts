/** One thing that was compared: passed if the difference is not above the bar. */
export type Finding = {
  /** `adamw, 200 steps`. */
  readonly what: string;
  /** What the difference is of: `relative`, `absolute`, `share of pixels off by more than 1`, … */
  readonly measure: string;
  readonly difference: number;
  readonly bar: number;
};

/**
A part of ablate that must do as Keras does. Its folder, which bears its name, holds `ask_keras.py`, which writes what Keras
makes of the inputs, and `recorded.json`, what that wrote once.
*/
export type Subject<Answers = unknown> = {
  readonly name: string;
  /** Does the same with ablate and compares. `photos` is the folder of class folders that ask_keras.py was given. */
  readonly check: (answers: Answers, photos: string) => Finding[] | Promise<Finding[]>;
};
