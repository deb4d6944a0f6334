import type { Installation } from '../../core/state';
import { notFound } from '../../http/GitHubError';
import type { Call } from '../../http/Route';

/** The installation in the path, which is one of the App that calls. Throws 404 for any other. */
export function ownInstallation(call: Call): Installation {
  const { sandbox, viewer, params } = call;
  const installation = sandbox.state.installations.get(
    Number(params.installation_id),
  );
  if (viewer.kind !== 'app' || installation?.appId !== viewer.app.id) {
    throw notFound();
  }
  return installation;
}
