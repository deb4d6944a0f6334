import { createContext, useContext } from 'react';
import type { ConnectionsOverview } from '@callboard/plugin-connections-common';

/** What all parts of the page share. */
export interface OverviewState {
  overview: ConnectionsOverview;
  /** Asks again, after something was changed. */
  refresh(): void;
  /** The page's address, without a slash at its end: `/connections`. */
  base: string;
}

export const OverviewContext = createContext<OverviewState | undefined>(
  undefined,
);

/** The overview that the page shows. */
export function useOverview(): OverviewState {
  const state = useContext(OverviewContext);
  if (!state) throw new Error('There is no overview outside of the page.');
  return state;
}
