/** Lets whoever asks while an answer is under way wait for that one. `forget` lets the next one ask anew. */
export function shared<O extends { fresh?: boolean }, T>(
  run: (options: O) => Promise<T>,
): ((options: O) => Promise<T>) & { forget(): void } {
  let underWay: Promise<T> | undefined;
  return Object.assign(
    (options: O) => {
      if (underWay) return underWay;
      const started: Promise<T> = run(options).finally(() => {
        if (underWay === started) underWay = undefined;
      });
      underWay = started;
      return started;
    },
    {
      forget() {
        underWay = undefined;
      },
    },
  );
}
