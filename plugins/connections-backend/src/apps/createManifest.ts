import type { NeededByFeatures } from './neededByFeatures';

/** What GitHub registers an App from; the names are GitHub's. */
export interface AppManifest {
  name: string;
  url: string;
  description: string;
  redirect_url: string;
  setup_url: string;
  public: false;
  hook_attributes?: { url: string; active: true };
  default_permissions: Record<string, string>;
  default_events?: string[];
}

/** GitHub takes no longer names. */
export const LONGEST_APP_NAME = 34;

/**
 * An App with exactly the permissions that are needed. It has no callback: people sign in with a client of its own. Without a webhook both
 * `hook_attributes` and the events are left out, since GitHub wants an address that it can reach even for one that is not active.
 * https://docs.github.com/en/apps/sharing-github-apps/registering-a-github-app-from-a-manifest#github-app-manifest-parameters
 */
export function createManifest(options: {
  name: string;
  /** Of the portal, without a slash at the end. */
  baseUrl: string;
  needed: NeededByFeatures;
  /** Where GitHub sends events; undefined for no webhook. */
  webhookUrl?: string;
}): AppManifest {
  const { name, baseUrl, needed, webhookUrl } = options;
  return {
    name: name.slice(0, LONGEST_APP_NAME).trim(),
    url: baseUrl,
    description: `How the developer portal at ${baseUrl} reads from GitHub and writes to it.`,
    redirect_url: `${baseUrl}/connections/app-created`,
    setup_url: `${baseUrl}/connections`,
    public: false,
    ...(webhookUrl && { hook_attributes: { url: webhookUrl, active: true } }),
    default_permissions: Object.fromEntries(
      needed.permissions.map(({ permission, level }) => [permission, level]),
    ),
    ...(webhookUrl && { default_events: needed.events }),
  };
}
