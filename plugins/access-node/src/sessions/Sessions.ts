import type { Revocations } from './Revocations';
import type { SeenPeople } from './SeenPeople';
import type { SessionStore } from './SessionStore';

/** What the plugins of a process share of sessions. The access plugin fills it. */
export interface Sessions {
  revocations: Revocations;
  seen: SeenPeople;
  /** Makes the shared store known. Called once, by the access plugin. */
  connect(store: SessionStore): void;
  /** The shared store. Waits for it while the portal starts, then throws `ServiceUnavailableError`. */
  store(): Promise<SessionStore>;
}
