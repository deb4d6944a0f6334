import type { NavContentNavItems } from '@backstage/plugin-app-react';
import { catalogEntityCreatePermission } from '@backstage/plugin-catalog-common/alpha';
import { devToolsAdministerPermission } from '@backstage/plugin-devtools-common';
import { usePermission } from '@backstage/plugin-permission-react';
import { accessReadPermission } from '@callboard/plugin-access-common';
import { connectionsReadPermission } from '@callboard/plugin-connections-common';
import { useMemo } from 'react';
import { railEntries } from './railEntries';

/** The rail's sections, without the pages that the person may not use. */
export function useRailEntries(navItems: NavContentNavItems) {
  const register = usePermission({ permission: catalogEntityCreatePermission });
  const diagnose = usePermission({ permission: devToolsAdministerPermission });
  const connect = usePermission({ permission: connectionsReadPermission });
  const access = usePermission({ permission: accessReadPermission });
  return useMemo(() => {
    const hidden = new Set<string>();
    if (!register.allowed) hidden.add('page:catalog-import');
    if (!connect.allowed) {
      hidden.add('page:connections');
      // It takes one right more, which operators have too; asking for that would cost a request on every page.
      hidden.add('page:github');
    }
    if (!access.allowed) hidden.add('page:access');
    if (!diagnose.allowed) hidden.add('page:devtools');
    return railEntries({ navItems, hidden });
  }, [
    navItems,
    register.allowed,
    connect.allowed,
    access.allowed,
    diagnose.allowed,
  ]);
}
