/** Where a long step says what it does. A terminal gets one line that is rewritten; anything else gets whole lines, now and then. */
export type LogStream = {
  readonly isTTY?: boolean;
  write(text: string): unknown;
};
