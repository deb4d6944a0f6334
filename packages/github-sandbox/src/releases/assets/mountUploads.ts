import type { Hono } from 'hono';
import type { Env } from '../../http/Env';

const UPLOADS = '/api/uploads/';

/** Files of releases go to `/api/uploads` of an Enterprise Server: the router sees these paths as those of its API. */
export function mountUploads(options: { app: Hono<Env> }): void {
  const { app } = options;
  const pathOf = app.getPath;
  // Hono takes `getPath` when it is made; a feature comes after that.
  Object.assign(app, {
    getPath: (...request: Parameters<typeof pathOf>) => {
      const path = pathOf(...request);
      return path.startsWith(UPLOADS)
        ? `/api/v3/${path.slice(UPLOADS.length)}`
        : path;
    },
  });
}
