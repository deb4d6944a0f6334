import type { JsonObject, JsonValue } from '@backstage/types';
import type {
  StoredApp,
  StoredCredential,
} from '@callboard/plugin-github-node';
import type { ConfigLayer } from '../ConfigLayer';
import { mergeLayers } from '../merge/mergeLayers';
import { valueAt } from '../valueAt';
import { STORED_LABEL } from './readStored';

/**
 * Stored Apps for those parts of Backstage that read `integrations` at start. The layer lies below whatever a person or a preset writes: an
 * entry that names Apps keeps its own. None where there is nothing to say.
 */
export function storedLayer(options: {
  credentials: StoredCredential[];
  /** All layers that lie above. */
  above: ConfigLayer[];
}): ConfigLayer[] {
  const { credentials, above } = options;
  const apps = credentials.filter(credential => credential.kind === 'app');
  if (apps.length === 0) {
    return [];
  }
  const { data } = mergeLayers(above);
  const entries = entriesFor({ apps, data });
  // The preset github names the secret itself.
  const secret =
    valueAt(data, 'events.modules.github.webhookSecret') === undefined
      ? webhookSecret(apps)
      : undefined;
  return [
    {
      kind: 'derived',
      name: STORED_LABEL,
      data: {
        ...(entries.length > 0 && { integrations: { github: entries } }),
        ...(secret && {
          events: { modules: { github: { webhookSecret: secret } } },
        }),
      },
    },
  ];
}

function entriesFor(options: {
  apps: StoredApp[];
  data: JsonObject;
}): JsonObject[] {
  const { apps, data } = options;
  const named = listAt(data, 'integrations.github');
  // Entries of `connections` put those of `integrations` out of effect.
  const hasConnections = listAt(data, 'connections').some(
    ({ type }) => type === 'github',
  );
  if (hasConnections) {
    return [];
  }
  const hosts = [...new Set(apps.map(({ host }) => host.toLowerCase()))];
  return hosts.flatMap(host => {
    const entry = named.find(
      other => String(other.host ?? 'github.com').toLowerCase() === host,
    );
    const hasApps = Array.isArray(entry?.apps) && entry.apps.length > 0;
    // Backstage knows github.com without an entry, and where to call it.
    return hasApps || (!entry && host !== 'github.com')
      ? []
      : [
          {
            host,
            apps: apps
              .filter(app => app.host.toLowerCase() === host)
              .map(toEntry),
          },
        ];
  });
}

function toEntry(app: StoredApp): JsonObject {
  const { appId, clientId, clientSecret, privateKey } = app;
  const { webhookUrl, webhookSecret: secret } = app;
  return {
    appId,
    clientId,
    clientSecret,
    privateKey,
    ...(webhookUrl && { webhookUrl }),
    ...(secret && { webhookSecret: secret }),
  };
}

/** Backstage takes events of one secret alone: that of the newest App that sends any. */
function webhookSecret(apps: StoredApp[]): string | undefined {
  return apps
    .filter(app => app.webhookUrl && app.webhookSecret)
    .sort((a, b) => (a.storedAt < b.storedAt ? 1 : -1))[0]?.webhookSecret;
}

function listAt(data: JsonObject, key: string): JsonObject[] {
  const value = valueAt(data, key);
  return (Array.isArray(value) ? value : []).filter(
    (item: JsonValue): item is JsonObject =>
      typeof item === 'object' && item !== null && !Array.isArray(item),
  );
}
