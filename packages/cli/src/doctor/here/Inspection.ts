import type { ConnectionsOverview } from '@callboard/plugin-connections-common';
import type { Environment } from '../../config/readEnvironment';
import type { PortalConfig } from '../../config/loadPortalConfig';

/** Runs the checks in this process. */
export type Inspect = (options: {
  environment: Environment;
  portal: PortalConfig;
  now: () => Date;
}) => Promise<Pick<ConnectionsOverview, 'checks' | 'hosts' | 'systems'>>;
