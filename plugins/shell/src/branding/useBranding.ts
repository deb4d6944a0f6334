import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import { readBranding } from './readBranding';

export function useBranding() {
  const config = useApi(configApiRef);
  return useMemo(() => readBranding(config), [config]);
}
