import type { Access } from '../../http/Route';
import { authorise } from '../authorise';
import type { Viewer } from '../Viewer';
import type { AccessScene } from './openAccessScene';

export type Subject = 'shop' | 'vault' | 'attic' | 'organisation' | 'nothing';

/** Asks `authorise` about the subjects of a scene, which exists once a test runs. */
export function authoriseIn(scene: () => AccessScene) {
  const refusalOf = (
    viewer: Viewer,
    method: string,
    subject: Subject,
    access: Access,
  ) =>
    authorise({
      sandbox: scene().sandbox,
      viewer,
      access,
      method,
      repository:
        subject === 'organisation' || subject === 'nothing'
          ? undefined
          : scene().repositories[subject],
      organisation:
        subject === 'organisation' ? scene().organisation : undefined,
    });
  return {
    refusalOf,
    /** `ok`, or the status and text of the refusal. */
    outcome(...parameters: Parameters<typeof refusalOf>): string {
      const refusal = refusalOf(...parameters);
      return refusal ? `${refusal.status} ${refusal.message}` : 'ok';
    },
  };
}

export const contents = (level: 'read' | 'write'): Access => ({
  permission: { name: 'contents', level },
  ...(level === 'write' && { role: 'push' }),
});
export const hooks: Access = {
  permission: { name: 'repository_hooks', level: 'read' },
  role: 'admin',
};
export const members: Access = {
  permission: { name: 'members', level: 'read' },
  organisation: 'member',
};

export const NOBODY = '401 Requires authentication';
export const INTEGRATION = '403 Resource not accessible by integration';
export const PERSONAL = '403 Resource not accessible by personal access token';
export const ADMIN = '403 Must have admin rights to Repository.';
export const HIDDEN = '404 Not Found';
