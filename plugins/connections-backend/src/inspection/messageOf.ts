/** Why something failed, in one line. Node gathers the failures of several addresses into one error, and fetch hides its cause. */
export function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) {
    return [...new Set(error.errors.map(messageOf))].join('; ');
  }
  if (!(error instanceof Error)) return oneLine(String(error));
  return error.cause instanceof Error
    ? `${oneLine(error.message)}: ${messageOf(error.cause)}`
    : oneLine(error.message);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 500);
}
