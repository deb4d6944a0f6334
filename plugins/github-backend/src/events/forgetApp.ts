import type { GithubCredentials } from '@callboard/plugin-github-node';

/** Has the next who needs an App ask GitHub where it is installed, and for tokens. Without `appId` it is all Apps of the host. */
export function forgetApp(options: {
  credentials: Pick<GithubCredentials, 'hosts' | 'forget'>;
  host: string;
  appId?: number;
}): void {
  const { credentials, host, appId } = options;
  const configured = credentials.hosts().find(each => each.host === host);
  for (const each of configured?.credentials ?? []) {
    if (each.kind === 'app' && (appId === undefined || each.appId === appId)) {
      credentials.forget({ credentialId: each.id });
    }
  }
}
