import type { Config } from '@backstage/config';

/** The GitHub that stands in for the real one in a trial. */
export interface PortalSandbox {
  url: string;
  organization: string;
  /** Who operates the portal, in words: `team cloud-platform`. */
  operators: string[];
}

/** What the configuration says of a sandbox; undefined where the portal is connected to something real. */
export function readSandbox(
  config: Pick<Config, 'getOptionalConfig'>,
): PortalSandbox | undefined {
  const sandbox = config.getOptionalConfig('callboard.sandbox');
  return (
    sandbox && {
      url: sandbox.getString('url'),
      organization: sandbox.getString('organization'),
      operators: (sandbox.getOptionalStringArray('operators') ?? []).map(ref =>
        ref.replace(/^group:.*\//, 'team ').replace(/^.*\//, ''),
      ),
    }
  );
}
