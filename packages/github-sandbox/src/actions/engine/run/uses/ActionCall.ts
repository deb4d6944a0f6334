import type { StepCall } from '../steps/runRunStep';
import type { ActionReference } from './parseActionReference';

/** An action as a step uses it. */
export interface ActionCall extends StepCall {
  reference: ActionReference;
  /** What `with` gives, by lower-case name. */
  inputs: Record<string, string>;
}

/** Does what an action does, and answers whether it succeeded. Outputs go to `call.outputs`. */
export type Action = (call: ActionCall) => Promise<boolean>;
