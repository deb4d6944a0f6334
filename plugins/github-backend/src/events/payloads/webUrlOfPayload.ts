/** A web address in a payload that tells which GitHub it is from, if there is one. The API's address, which is another host on github.com, is not used. */
export function webUrlOfPayload(payload: unknown): string | undefined {
  return [
    ['repository', 'html_url'],
    ['installation', 'account', 'html_url'],
    ['installation', 'html_url'],
    ['sender', 'html_url'],
  ]
    .map(path => path.reduce<unknown>(step, payload))
    .find(
      (value): value is string =>
        typeof value === 'string' && URL.canParse(value),
    );
}

function step(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)[key]
    : undefined;
}
