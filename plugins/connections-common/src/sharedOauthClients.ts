/**
 * OAuth clients that serve both sign-in and the portal's own calls, from the data of a configuration. People are then asked to consent to
 * more than signing in takes, and a leaked secret reaches further.
 */
export function sharedOauthClients(
  data: unknown,
): { provider: string; clientId: string }[] {
  const calls = new Set(
    [
      valueOf(data, 'integrations'),
      valueOf(data, 'connections'),
      valueOf(valueOf(data, 'catalog'), 'providers'),
    ].flatMap(value => [...clientIds(value).keys()]),
  );
  return [...clientIds(valueOf(valueOf(data, 'auth'), 'providers'))]
    .filter(([clientId]) => calls.has(clientId))
    .map(([clientId, provider]) => ({ clientId, provider }));
}

function valueOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

/** Client ids below a value, each with the first key of the way to it. */
function clientIds(value: unknown, first?: string): Map<string, string> {
  if (typeof value !== 'object' || value === null) {
    return new Map();
  }
  return new Map(
    Object.entries(value).flatMap(([key, child]): [string, string][] =>
      key === 'clientId' && typeof child === 'string' && child
        ? [[child, first ?? key]]
        : [...clientIds(child, first ?? key)],
    ),
  );
}
