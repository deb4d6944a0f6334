/** Rejects with `message` when work takes longer than it may. The work is told through its signal, and nobody waits for it any more. */
export async function withinTime<T>(options: {
  ms: number;
  message: string;
  work(signal: AbortSignal): Promise<T> | T;
}): Promise<T> {
  const { ms, message, work } = options;
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(message));
      controller.abort(new Error(message));
    }, ms);
  });
  try {
    return await Promise.race([work(controller.signal), late]);
  } finally {
    clearTimeout(timer);
  }
}
