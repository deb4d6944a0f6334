import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { useMemo } from 'react';
import { type PortalSandbox, readSandbox } from './readSandbox';

/** The sandbox that this portal is connected to, if it is to one. */
export function useSandbox(): PortalSandbox | undefined {
  const config = useApi(configApiRef);
  return useMemo(() => readSandbox(config), [config]);
}
