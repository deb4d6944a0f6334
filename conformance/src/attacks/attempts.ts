import { createHash } from 'node:crypto';
import { pause, RunningServer } from '../servers/startServer';

const TIMEOUT_MS = 40_000;

/** Registers a location the way the register page does. */
export async function register(
  server: RunningServer,
  target: string,
  options: { type?: string; token?: string; query?: string } = {},
): Promise<{ status: number; body: any }> {
  const { type = 'url', token = server.token, query = '' } = options;
  const answer = await server.fetch(`/api/catalog/locations${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ type, target }),
  });
  return { status: answer.status, body: await answer.json() };
}

/** The reference of the entity that the catalog keeps for a registered location. */
export function locationRef(target: string, type = 'url'): string {
  const hash = createHash('sha1').update(`${type}:${target}`).digest('hex');
  return `location:default/generated-${hash}`;
}

/** Waits until the catalog has said at least `times` times what is wrong with an entity, and returns what it said. */
export async function refusals(
  server: RunningServer,
  entity: string,
  times = 1,
): Promise<string[]> {
  return until(`${times} errors of ${entity}`, async () => {
    const found = server.errors.filter(error => error.entity === entity);
    return found.length >= times
      ? found.flatMap(({ errors }) => errors.map(({ message }) => message))
      : undefined;
  });
}

/** Whether the catalog has an entity, whatever it is called by whom. */
export async function hasEntity(
  server: RunningServer,
  ref: string,
): Promise<boolean> {
  const answer = await server.fetch('/api/catalog/entities/by-refs', {
    method: 'POST',
    body: JSON.stringify({ entityRefs: [ref] }),
  });
  const { items } = (await answer.json()) as { items: unknown[] };
  return items[0] !== null;
}

/** Waits until the catalog has an entity. */
export async function arrival(server: RunningServer, ref: string) {
  await until(`arrival of ${ref}`, async () =>
    (await hasEntity(server, ref)) ? true : undefined,
  );
}

/** A token of somebody who signed in as a guest. */
export async function guestToken(server: RunningServer): Promise<string> {
  const answer = await fetch(`${server.url}/api/auth/guest/refresh`, {
    method: 'POST',
    headers: { 'x-requested-with': 'XMLHttpRequest' },
  });
  const { backstageIdentity } = (await answer.json()) as any;
  return backstageIdentity.token;
}

/** The audit events of a kind in the log, oldest first. */
export function auditEvents(server: RunningServer, eventId: string): any[] {
  return server
    .log()
    .split('\n')
    .filter(line => line.includes(`"eventId":"${eventId}"`))
    .map(line => JSON.parse(line));
}

async function until<T>(
  what: string,
  probe: () => Promise<T | undefined>,
): Promise<T> {
  const deadline = Date.now() + TIMEOUT_MS;
  for (;;) {
    const found = await probe();
    if (found !== undefined) {
      return found;
    }
    if (Date.now() > deadline) {
      throw new Error(`Waited in vain for ${what}.`);
    }
    await pause(100);
  }
}
