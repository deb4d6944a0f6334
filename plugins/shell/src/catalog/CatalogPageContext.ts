import { createContext, useContext } from 'react';

export const CatalogPageContext = createContext<{
  initialKind: string;
  /** Where the tabs of kinds are drawn. */
  tabsElement: HTMLElement | null;
}>({ initialKind: 'component', tabsElement: null });

export const useCatalogPage = () => useContext(CatalogPageContext);
