import { BenchError } from '../BenchError';
import type { RunningPortal } from '../servers/startPortal';
import { signInAsGuest } from '../servers/signInAsGuest';

/** A component of which a page can be recognised. */
export interface KnownComponent {
  name: string;
  description: string;
}

/** Words without markup, which every way to render a description leaves in one piece. */
const PLAIN = /^[\p{L}\p{N} ,.'-]{20,}$/u;

/** The first component by name that has a plain description. */
export async function findKnownComponent(
  portal: RunningPortal,
): Promise<KnownComponent> {
  const token = await signInAsGuest(portal);
  const query = new URLSearchParams({
    filter: 'kind=component,metadata.namespace=default',
    fields: 'metadata.name,metadata.description',
    orderField: 'metadata.name,asc',
    limit: '100',
  });
  const response = await fetch(
    `${portal.url}/api/catalog/entities/by-query?${query}`,
    { headers: { authorization: `Bearer ${token}` } },
  );
  const { items } = (await response.json()) as {
    items: { metadata: { name: string; description?: string } }[];
  };
  const found = items.find(({ metadata }) =>
    PLAIN.test(metadata.description ?? ''),
  );
  if (!found) {
    throw new BenchError(
      'the example content has no component with a plain description to look for',
    );
  }
  return {
    name: found.metadata.name,
    description: found.metadata.description!,
  };
}
