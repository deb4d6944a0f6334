import type { GithubHost } from '../hosts/GithubHost';

/** Where people look at an App: its settings, its permissions (`/permissions` below the settings), and where it is installed. */
export function appPages(options: {
  host: GithubHost;
  /** As `GET /app` has it. */
  app: any;
}): { htmlUrl?: string; settingsUrl?: string; installUrl?: string } {
  const { host, app } = options;
  const { slug, owner } = app;
  if (!slug) return {};
  const htmlUrl = String(app.html_url ?? `${host.webUrl}/apps/${slug}`);
  const owned =
    owner?.type === 'Organization'
      ? `/organizations/${owner.login}/settings`
      : '/settings';
  return {
    htmlUrl,
    settingsUrl: `${host.webUrl}${owned}/apps/${slug}`,
    installUrl: `${htmlUrl}/installations/new`,
  };
}
