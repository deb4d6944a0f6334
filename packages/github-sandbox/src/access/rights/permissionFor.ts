import type { Access } from '../../http/Route';

export interface NeededPermission {
  name: string;
  level: 'read' | 'write' | 'admin';
  /** Others that will do as well, at the same level. */
  or?: string[];
}

/**
 * The permission that a route asks of fine-grained tokens and Apps. Where it names none, it follows from the role that a person needs, so
 * that no route is open to an App by oversight.
 */
export function permissionFor(options: {
  access: Access;
  isRead: boolean;
}): NeededPermission | undefined {
  const { access, isRead } = options;
  if (access.permission) return access.permission;
  const level = isRead ? 'read' : 'write';
  if (access.role === 'admin' || access.role === 'maintain') {
    return { name: 'administration', level };
  }
  if (access.role === 'push' || access.role === 'triage') {
    return { name: 'contents', level };
  }
  if (access.organisation === 'admin') {
    return { name: 'organization_administration', level };
  }
  return access.organisation === 'member'
    ? { name: 'members', level }
    : undefined;
}
