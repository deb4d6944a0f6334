import { lazy, type ComponentType } from 'react';

/** A part of the page with a tab of its own. */
export interface AccessSection {
  /** Below `/access`. */
  path: string;
  label: string;
  Content: ComponentType;
}

/** The parts of the page, in the order of their tabs. One line per feature; each loads when it is visited. */
export const sections: AccessSection[] = [
  {
    path: 'sign-ins',
    label: 'Sign-ins',
    Content: loaded(() => import('../signIns/SignInsSection')),
  },
  {
    path: 'organisations',
    label: 'Organisation data',
    Content: loaded(() => import('../organisations/OrganisationsSection')),
  },
  {
    path: 'keys',
    label: 'Keys',
    Content: loaded(() => import('../keys/KeysSection')),
  },
  {
    path: 'permissions',
    label: 'Permissions',
    Content: loaded(() => import('../permissions/PermissionsSection')),
  },
];

/** A part's component, loaded when it is shown. */
export function loaded(
  load: () => Promise<{ default: ComponentType }>,
): ComponentType {
  return lazy(load);
}
