import { useSyncExternalStore } from 'react';
import type { ThemeMode } from './ThemeMode';

/** Backstage says on the body which theme is on. */
const ATTRIBUTE = 'data-theme-mode';

/** Whether the portal is light or dark at the moment. */
export function useThemeMode(): ThemeMode {
  return useSyncExternalStore(subscribe, () =>
    document.body.getAttribute(ATTRIBUTE) === 'dark' ? 'dark' : 'light',
  );
}

function subscribe(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.body, { attributeFilter: [ATTRIBUTE] });
  return () => observer.disconnect();
}
