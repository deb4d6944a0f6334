/**
 * Pages that the portal has, but leaves out for people without the permission for them. To the router they then look
 * like addresses that do not exist.
 */
const RESTRICTED = [
  '/catalog-import',
  '/devtools',
  '/create/edit',
  '/create/actions',
  '/create/tasks',
  '/create/templating-extensions',
];

export const isRestricted = (pathname: string) =>
  RESTRICTED.some(path => pathname === path || pathname.startsWith(`${path}/`));
