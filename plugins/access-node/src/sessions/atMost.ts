/** Waits, but no longer than that. */
export async function atMost(options: {
  wait: Promise<void>;
  ms: number;
}): Promise<void> {
  let timer!: NodeJS.Timeout;
  const timeout = new Promise<void>(resolve => {
    timer = setTimeout(resolve, options.ms);
  });
  await Promise.race([options.wait, timeout]);
  clearTimeout(timer);
}
