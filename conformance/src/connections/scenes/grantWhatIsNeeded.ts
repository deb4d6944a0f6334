import type { ConnectionsOverview } from '@callboard/plugin-connections-common';

interface Grants {
  permissions: Record<string, string>;
}

/** Gives the App exactly the permissions that the portal says it needs, and the account that installed it agrees. */
export async function grantWhatIsNeeded(options: {
  inspector: { inspect(): Promise<ConnectionsOverview> };
  app: Grants;
  installation: Grants;
}): Promise<void> {
  const { inspector, app, installation } = options;
  const { hosts } = await inspector.inspect();
  const [facts] = hosts.flatMap(({ apps }) => apps);
  if (!facts) return;
  const permissions = Object.fromEntries(
    facts.permissions.rows.flatMap(({ permission, needed }) =>
      needed ? [[permission, needed]] : [],
    ),
  );
  app.permissions = { metadata: 'read', ...permissions };
  installation.permissions = { ...app.permissions };
}
