import type { ExactProviders } from './createExactProviders';
import type { LagSamples } from './createLagSamples';
import type { HintQueue } from './HintQueue';
import type { MirrorView } from './MirrorView';
import type { OrganisationStore } from './OrganisationStore';
import type { PlanStore } from './PlanStore';
import type { RepositoryStore } from './RepositoryStore';

/** All that the mirror keeps in its database. */
export interface MirrorStore {
  /** The database's own. Everything that says when a repository was seen is by it, so that replicas' clocks may differ. */
  time(): Promise<Date>;
  view: MirrorView;
  repositories: RepositoryStore;
  organisations: OrganisationStore;
  hints: HintQueue;
  plans: PlanStore;
  lags: LagSamples;
  exactProviders: ExactProviders;
}
