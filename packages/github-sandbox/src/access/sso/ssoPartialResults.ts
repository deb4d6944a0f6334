import type { Sandbox } from '../../core/Sandbox';
import { needsSignOn } from './needsSignOn';
import type { Viewer } from '../Viewer';

/**
 * The X-GitHub-SSO header of a list that may leave out what organisations with SAML have, `partial-results; organizations=21955855`, or
 * undefined where nothing is left out. https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api
 */
export function ssoPartialResults(options: {
  sandbox: Sandbox;
  viewer: Viewer;
}): string | undefined {
  const { sandbox, viewer } = options;
  if (viewer.kind !== 'user') return undefined;
  const missing = sandbox.state.organisations.filter(organisation =>
    needsSignOn({ viewer, organisation }),
  );
  return missing.length > 0
    ? `partial-results; organizations=${missing.map(({ id }) => id).join(',')}`
    : undefined;
}
