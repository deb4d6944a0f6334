import { createContext, useContext } from 'react';

export interface ShellState {
  /** The rail shows icons only. Remembered. */
  collapsed: boolean;
  setCollapsed(collapsed: boolean): void;
  /** On small screens the rail is a drawer. */
  drawerOpen: boolean;
  setDrawerOpen(open: boolean): void;
}

export const ShellContext = createContext<ShellState>({
  collapsed: false,
  setCollapsed: () => {},
  drawerOpen: false,
  setDrawerOpen: () => {},
});

export const useShell = () => useContext(ShellContext);
