import type { App, Delivery, Hook, Installation } from '../../core/state';

/** One address that deliveries go to: a hook of a repository or an organisation, or that of an App. */
export interface Recipient {
  hook: Delivery['hook'];
  url: string;
  contentType: 'json' | 'form';
  secret: string | null;
  insecureSsl: boolean;
  /** The X-GitHub-Hook-Installation-Target headers. */
  target: { type: 'repository' | 'organization' | 'integration'; id: number };
  /** Of an App: the installation through which it hears of the event. */
  installation: Installation | undefined;
}

/** The recipient that a hook of a repository or an organisation stands for. */
export function hookRecipient(options: { hook: Hook }): Recipient {
  const { hook } = options;
  return {
    hook: { kind: hook.target.kind, id: hook.id },
    url: hook.url,
    contentType: hook.contentType,
    secret: hook.secret,
    insecureSsl: hook.insecureSsl,
    target: {
      type: hook.target.kind === 'repository' ? 'repository' : 'organization',
      id: hook.target.id,
    },
    installation: undefined,
  };
}

/** The recipient that an App's webhook stands for; undefined where it has none or it is off. */
export function appRecipient(options: {
  app: App;
  installation: Installation | undefined;
}): Recipient | undefined {
  const { app, installation } = options;
  if (!app.webhookUrl || !app.webhookActive) return undefined;
  return {
    hook: { kind: 'app', id: app.id },
    url: app.webhookUrl,
    contentType: app.webhookContentType ?? 'json',
    secret: app.webhookSecret,
    insecureSsl: app.webhookInsecureSsl ?? false,
    target: { type: 'integration', id: app.id },
    installation,
  };
}
