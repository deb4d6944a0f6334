import { appThemeApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useState } from 'react';

/** The installed themes and the chosen one; undefined means that the portal follows the system. */
export function useThemeChoice() {
  const api = useApi(appThemeApiRef);
  const [chosen, setChosen] = useState(api.getActiveThemeId());
  useEffect(() => {
    const subscription = api.activeThemeId$().subscribe(setChosen);
    return () => subscription.unsubscribe();
  }, [api]);
  return {
    themes: api.getInstalledThemes(),
    chosen,
    choose: (id: string | undefined) => api.setActiveThemeId(id),
  };
}
