import type { JsonObject } from '@backstage/types';
import { browserHosts } from './browserHosts';
import type { ConfigLayer } from './ConfigLayer';
import { mergeLayers } from './merge/mergeLayers';
import { pluginDefaults } from './pluginDefaults';
import type { Environment } from './readEnvironment';
import { valueAt } from './valueAt';

/**
 * Values that follow from other values. The layer lies right above the base, so that whatever a person writes wins.
 */
export function derivedLayer(options: {
  environment: Environment;
  above: ConfigLayer[];
  /** Names of the presets that are on. */
  presets: string[];
  /** Packages that they turn on. */
  plugins: string[];
}): ConfigLayer {
  const { environment, above, presets, plugins } = options;
  const { data } = mergeLayers(above);
  const baseUrl = textAt(data, 'backend.baseUrl') ?? environment.baseUrl;
  const isSecure = baseUrl.startsWith('https:');
  const hosts = browserHosts({ data, plugins });
  const isPostgres = textAt(data, 'backend.database.client') === 'pg';

  const backend: JsonObject = {
    listen: {
      host: environment.host ?? (isLocal(baseUrl) ? '127.0.0.1' : '0.0.0.0'),
      port: environment.port,
    },
    // Browsers would rewrite every request of a page served over http to https, which nobody answers.
    csp: {
      'upgrade-insecure-requests': isSecure ? [] : false,
      ...(hosts.length > 0 && { 'connect-src': ["'self'", ...hosts] }),
    },
    logger: {
      overrides: [
        // Every plugin would warn that localhost cannot be reached from elsewhere. Here that is the intention.
        isLocal(baseUrl) && quiet('/^backend.baseUrl is set to a localhost/'),
        // The in-memory index warns of a type without documents, which a portal without docs has all the time.
        !isPostgres && quiet('/indexer received 0 documents$/'),
      ].filter(override => override !== false),
    },
    // SQLite keeps one file per plugin and refuses this setting. On PostgreSQL one database with a schema per plugin needs no
    // right to create databases.
    ...(isPostgres && { database: { pluginDivisionMode: 'schema' } }),
  };
  return {
    kind: 'derived',
    name: 'derived by callboard start',
    data: {
      ...pluginDefaults(plugins),
      callboard: { presets, plugins },
      backend,
      ...(!isPostgres && {
        search: {
          collators: {
            catalog: { schedule: scheduleOf(data, 'catalog') },
            techdocs: { schedule: scheduleOf(data, 'techdocs') },
          },
        },
      }),
      // Several replicas tell each other of events through the database. A single process has no need of it.
      ...(!isPostgres && { events: { useEventBus: 'never' } }),
      ...(environment.admins && {
        permission: { callboard: { admins: environment.admins } },
      }),
      app: {
        serve: environment.serveFrontend,
        // One process always has the assets that its own pages name; only several replicas need the shared copy.
        ...(!isPostgres && { disableStaticFallbackCache: true }),
      },
    },
  };
}

function textAt(data: JsonObject, key: string) {
  const value = valueAt(data, key);
  return typeof value === 'string' ? value : undefined;
}

/**
 * The in-memory index is lost with the process, and so must be its schedule: one in the database would survive. Else it
 * is stock's, unless a person writes one; durations must not be set then, since objects are merged.
 */
function scheduleOf(data: JsonObject, collator: string): JsonObject {
  const scope = 'local';
  return valueAt(data, `search.collators.${collator}.schedule`) !== undefined
    ? { scope }
    : {
        scope,
        frequency: { minutes: 10 },
        timeout: { minutes: 15 },
        initialDelay: { seconds: 3 },
      };
}

/** Keeps a warning out of the log; errors of the same text stay. */
function quiet(message: string): JsonObject {
  return { matchers: { message }, level: 'error' };
}

function isLocal(url: string) {
  return (
    URL.canParse(url) &&
    ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname)
  );
}
