/** Stops a test sandbox. Throws where something went wrong inside of it: a handler that failed, a listener. */
export async function stopCleanly(options: {
  stop(): Promise<void>;
  errors: unknown[];
}): Promise<void> {
  await options.stop();
  if (options.errors.length > 0) {
    throw new AggregateError(
      options.errors,
      `The sandbox failed inside: ${options.errors[0]}`,
    );
  }
}
