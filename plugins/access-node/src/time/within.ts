/**
 * What the work resolves to, if it does within so many milliseconds. Throws what the work throws, and an `Error` when the time is up; the work goes on
 * then, and nobody hears of how it ends.
 */
export async function within<T>(options: {
  ms: number;
  work: Promise<T>;
}): Promise<T> {
  const { ms, work } = options;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`There was no answer within ${ms} ms`)),
      ms,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
