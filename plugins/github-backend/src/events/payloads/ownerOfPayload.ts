/** The login of whose repository, or whose account, an event is about. */
export function ownerOfPayload(payload: unknown): string | undefined {
  return [
    ['repository', 'owner', 'login'],
    ['organization', 'login'],
    ['installation', 'account', 'login'],
  ]
    .map(path => path.reduce<unknown>(step, payload))
    .find((value): value is string => typeof value === 'string');
}

function step(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)[key]
    : undefined;
}
