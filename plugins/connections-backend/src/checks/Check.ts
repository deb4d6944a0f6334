import type {
  CheckGroup,
  CheckResult,
  ConnectionsOverview,
  GithubHostFacts,
  SystemFacts,
} from '@callboard/plugin-connections-common';
import type { InspectionContext } from '../inspection/InspectionContext';

/** One test. It finds; it changes nothing, unless it has `onDemandOnly`. */
export interface Check {
  /** Stable, kebab case: `webhook-arrives`. */
  id: string;
  group: CheckGroup;
  /** What it tests, in words, for the result when it cannot say more: `Webhooks arrive`. */
  title: string;
  /** Set where running it has an effect, such as a delivery that is sent again: then only a person starts it. */
  onDemandOnly?: boolean;
  /** An empty list: it does not apply here. An error is reported as a `fail` of this check. */
  run(input: CheckInput): Promise<Finding[]> | Finding[];
}

/** A result without what the runner adds. */
export type Finding = Omit<CheckResult, 'id' | 'group' | 'since' | 'links'> & {
  /** What it is about, for the id: `app:github.com:1234`. */
  subject?: string;
  links?: CheckResult['links'];
};

export interface CheckInput {
  context: InspectionContext;
  hosts: Omit<GithubHostFacts, 'status'>[];
  systems: SystemFacts[];
  features: ConnectionsOverview['features'];
  /** Whether somebody waits for the answer, so that nothing remembered will do. */
  asked: boolean;
  /** Aborted when the time of the check is over. */
  signal: AbortSignal;
}
