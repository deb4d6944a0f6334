import { PORTAL_LOCK_FILE } from '../../dataDirectory/portalLock';

/** Logs, what can be made again, and what an earlier restore put aside. Names at the top of the data directory. */
const LEFT_OUT = [
  /^logs$/,
  /^\.?cache$/,
  /^tmp$/,
  /^lost\+found$/,
  /^\.write-check-/,
  /^\.?restoring-/,
  /^before-restore-/,
];

/** Whether an entry at the top of the data directory is no state of the portal. */
export function isLeftOut(name: string): boolean {
  return (
    name.startsWith(PORTAL_LOCK_FILE) ||
    LEFT_OUT.some(pattern => pattern.test(name))
  );
}
