import type { Hono } from 'hono';
import type { Sandbox } from './core/Sandbox';
import type { Env } from './http/Env';
import type { Route } from './http/Route';

/** One part of GitHub. `features.ts` lists them. */
export interface Feature {
  name: string;
  /** REST routes. */
  routes?: Route[];
  /** What people see, and protocols other than the API: OAuth, git, GraphQL. Tried before REST, in the order of the list. */
  mount?(options: {
    app: Hono<Env>;
    sandbox: Sandbox;
    /** The bearer of the control API, where it is on. */
    controlToken?: string;
  }): void;
  /** Subscribes to events, or takes up what a restart has left. */
  start?(options: { sandbox: Sandbox }): void;
}
