import type { CheckStatus } from '@callboard/plugin-connections-common';
import type { JsonObject } from '@backstage/types';
import type { RowId } from './rows';
import type { Scene } from './scenes/openScene';

/** One thing that goes wrong: how it is broken, what the doctor then says, and how it is mended. */
export interface Scenario {
  /** What happened, in words. */
  title: string;
  /** What it is an instance of. */
  rows: RowId[];
  /** How the portal is connected; by default by an App that is all right, with nothing else. */
  portal?: PortalShape;
  breakIt(scene: Scene): Promise<void> | void;
  expected: ExpectedFinding | ExpectedFinding[];
  mend(scene: Scene): Promise<void> | void;
}

export interface PortalShape {
  /** @defaultValue true */
  app?: boolean;
  /** A token beside the App, or in its place: its scopes, or the secret of one that the scene knows. */
  tokenScopes?: string[];
  /** What takes the events: the mirror of GitHub, or stock's module. @defaultValue mirror */
  receiver?: 'mirror' | 'stock';
  /** Laid over the configuration of the scene, keys deeply. */
  config?: JsonObject;
}

export interface ExpectedFinding {
  /** Id of the check. */
  check: string;
  status: Exclude<CheckStatus, 'pass'>;
  /** What its cause and its remedy say. */
  cause: RegExp;
  remedy: RegExp;
}
