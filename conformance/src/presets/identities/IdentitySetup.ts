import type { JsonObject } from '@backstage/types';
import type { Use } from '../probes/Probe';
import type { VendorProxy } from '../standIns/startVendorProxy';

/** A preset with which people sign in, and the stand-in of its vendor, which runs already. */
export interface IdentitySetup {
  presets: string[];
  /** Where the portal has to listen, since the callback is registered with this port. */
  port: number;
  variables: Record<string, string>;
  /** Configuration beside that of the presets. */
  config?: JsonObject;
  /** Entities of the operator, as YAML, where the preset brings no people into the catalog. */
  entities?: string;
  /** What leads a browser to the hosts that exist only in a test. */
  proxy?: VendorProxy;
  /** Its id below `auth.providers`. */
  provider: string;
  /** What the sign-in page calls the provider. */
  title: string;
  /** Entities that are there once the people are. */
  arrive: string[];
  /** People that the preset must leave out. */
  absent?: string[];
  /** What Grace owns things as; the first is herself. */
  owns: string[];
  /** Requests that the stand-in had no answer for. */
  unknown: string[];
}

/** Starts the stand-in. What it starts is handed to `use`, which ends it. */
export type PrepareIdentity = (use: Use) => Promise<IdentitySetup>;
