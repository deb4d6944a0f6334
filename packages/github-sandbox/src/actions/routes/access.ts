import type { Access } from '../../http/Route';

/** Everybody who sees a repository may read its runs. */
export const READ: Access = { permission: { name: 'actions', level: 'read' } };

/** https://docs.github.com/rest/actions/workflow-runs says: the `repo` scope. */
export const WRITE: Access = {
  permission: { name: 'actions', level: 'write' },
  scopes: ['repo'],
  role: 'push',
};
