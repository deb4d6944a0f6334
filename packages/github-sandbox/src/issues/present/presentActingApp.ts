import { presentApp } from '../../apps/present/presentApp';
import type { Sandbox } from '../../core/Sandbox';
import type { Urls } from '../../http/createUrls';

/** `performed_via_github_app`: the App whose bot did something, or null where a person did. */
export function presentActingApp(options: {
  sandbox: Sandbox;
  urls: Urls;
  userId: number;
}) {
  const { sandbox, urls, userId } = options;
  if (sandbox.state.users.get(userId)?.type !== 'Bot') return null;
  const app = sandbox.state.apps.all().find(({ botId }) => botId === userId);
  return app ? presentApp({ sandbox, urls, app }) : null;
}
