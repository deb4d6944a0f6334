import type { Permissions } from '../../core/state';

/** What an App's manifest says, as far as the sandbox knows it. */
export interface Manifest {
  name: string | undefined;
  url: string;
  redirectUrl: string | undefined;
  hookUrl: string | undefined;
  hookActive: boolean;
  callbackUrls: string[];
  setupUrl: string | undefined;
  description: string | undefined;
  public: boolean;
  permissions: Permissions;
  events: string[];
}

export type ReadManifest =
  | { outcome: 'read'; manifest: Manifest }
  /** One sentence each. */
  | { outcome: 'invalid'; problems: string[] };

/** Reads a manifest's JSON. https://docs.github.com/apps/sharing-github-apps/registering-a-github-app-from-a-manifest */
export function readManifest(text: string): ReadManifest {
  let source: any;
  try {
    source = JSON.parse(text);
  } catch {
    return { outcome: 'invalid', problems: ['The manifest is not JSON.'] };
  }
  if (typeof source !== 'object' || source === null || Array.isArray(source)) {
    return {
      outcome: 'invalid',
      problems: ['The manifest is not a JSON object.'],
    };
  }
  const problems: string[] = [];
  const address = (key: string, value: unknown, scheme = /^https?:$/) => {
    if (value === undefined || value === null) return undefined;
    const isAddress =
      typeof value === 'string' &&
      URL.canParse(value) &&
      scheme.test(new URL(value).protocol);
    if (isAddress) return value;
    problems.push(`"${key}" is not an address.`);
    return undefined;
  };

  const url = address('url', source.url);
  if (source.url === undefined) problems.push(`"url" wasn't supplied.`);
  const callbacks: unknown[] = source.callback_urls ?? [];
  const permissions = source.default_permissions ?? {};
  for (const [name, level] of Object.entries(permissions)) {
    if (!['read', 'write', 'admin'].includes(level as string)) {
      problems.push(`The permission "${name}" must be read, write or admin.`);
    }
  }
  const events: unknown[] = source.default_events ?? [];
  if (!Array.isArray(events) || events.some(e => typeof e !== 'string')) {
    problems.push('"default_events" is not a list of names.');
  }
  if (!Array.isArray(callbacks)) {
    problems.push('"callback_urls" is not a list.');
  }
  const manifest: Manifest = {
    name: typeof source.name === 'string' ? source.name : undefined,
    url: url ?? '',
    redirectUrl: address('redirect_url', source.redirect_url),
    hookUrl: address('hook_attributes.url', source.hook_attributes?.url),
    hookActive: source.hook_attributes?.active ?? true,
    callbackUrls: (Array.isArray(callbacks) ? callbacks : []).flatMap(
      callback => address('callback_urls', callback) ?? [],
    ),
    setupUrl: address('setup_url', source.setup_url),
    description:
      typeof source.description === 'string' ? source.description : undefined,
    public: source.public === true,
    permissions: { ...permissions, metadata: 'read' },
    events: events as string[],
  };
  return problems.length > 0
    ? { outcome: 'invalid', problems }
    : { outcome: 'read', manifest };
}
