/** Settles as `promise` does, or rejects with what `onTimeout` returns once the time is over. Nothing stops what goes on behind it. */
export async function withTimeLimit<T>(options: {
  promise: Promise<T>;
  limitMs: number;
  onTimeout: () => Error;
}): Promise<T> {
  const { promise, limitMs, onTimeout } = options;
  let timer: NodeJS.Timeout | undefined;
  try {
    return await Promise.race([
      promise,
      new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(onTimeout()), limitMs);
      }),
    ]);
  } finally {
    clearTimeout(timer);
  }
}
