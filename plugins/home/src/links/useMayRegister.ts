import { catalogEntityCreatePermission } from '@backstage/plugin-catalog-common/alpha';
import { usePermission } from '@backstage/plugin-permission-react';

/** Whether the person may bring entities into the catalog; yes until it is known, since most may. */
export function useMayRegister(): boolean {
  const { loading, allowed } = usePermission({
    permission: catalogEntityCreatePermission,
  });
  return loading || allowed;
}
