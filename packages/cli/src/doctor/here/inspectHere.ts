import {
  createInspector,
  createMemorySeenCredentials,
  createReadOnlySeenCredentials,
  openForReading,
  storedCatalog,
  storedMirror,
} from '@callboard/plugin-connections-backend';
import { createRootGithubService } from '@callboard/plugin-github-node';
import type { Inspect } from './Inspection';
import { silentLogger as logger } from './silentLogger';

/**
 * Runs the checks of a portal in this process: the same functions with the same results, but for what only a running portal knows. The
 * databases are looked at where there are some, and nothing is written.
 */
export const inspectHere: Inspect = async ({ portal, now }) => {
  const { config, warnings } = portal;
  const seen = openForReading({ config, pluginId: 'connections' });
  const catalog = openForReading({ config, pluginId: 'catalog' });
  const mirror = openForReading({ config, pluginId: 'github' });
  try {
    const inspector = createInspector({
      context: {
        config,
        github: createRootGithubService({ config, logger, now }),
        logger,
        now,
        fetch,
        seen: seen
          ? createReadOnlySeenCredentials({ knex: seen, now })
          : createMemorySeenCredentials({ now }),
        catalog: catalog && storedCatalog({ knex: catalog }),
        mirror: mirror && storedMirror({ knex: mirror }),
        launcher: { problems: [], warnings },
      },
    });
    return await inspector.inspect();
  } finally {
    await Promise.all(
      [seen, catalog, mirror].map(database => database?.destroy()),
    );
  }
};
