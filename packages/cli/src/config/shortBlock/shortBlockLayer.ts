import type { ConfigLayer } from '../ConfigLayer';
import { mergeLayers } from '../merge/mergeLayers';
import { shortBlockOf } from './shortBlockOf';

/**
 * The host and the token of the short form of `catalog.providers.github` as an entry of `integrations`, for everything else that looks hosts
 * up there. The layer lies below whatever a person or a preset writes: an entry that has a token keeps it. None without the short form.
 */
export function shortBlockLayer(options: {
  /** All layers that lie above. */
  above: ConfigLayer[];
}): ConfigLayer[] {
  const block = shortBlockOf(mergeLayers(options.above).data);
  if (!block || block.problems.length > 0) return [];
  const { host, apiBaseUrl, token } = block;
  return [
    {
      kind: 'derived',
      name: 'catalog.providers.github',
      data: {
        integrations: {
          github: [
            {
              host,
              ...(apiBaseUrl && { apiBaseUrl }),
              ...(token && { token }),
            },
          ],
        },
      },
    },
  ];
}
