import type { Scenario } from './Scenario';
import { catalogScenarios } from './scenarios/catalog';
import { installationScenarios } from './scenarios/installations';
import { keyScenarios } from './scenarios/keys';
import { limitScenarios } from './scenarios/limits';
import { signInScenarios } from './scenarios/signIn';
import { tokenScenarios } from './scenarios/tokens';
import { webhookScenarios } from './scenarios/webhooks';

/** Everything that is known to go wrong, each broken, found and mended. */
export const scenarios: Scenario[] = [
  ...installationScenarios,
  ...keyScenarios,
  ...tokenScenarios,
  ...limitScenarios,
  ...signInScenarios,
  ...webhookScenarios,
  ...catalogScenarios,
];
