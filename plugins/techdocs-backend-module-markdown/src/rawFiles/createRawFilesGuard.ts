import { type RequestHandler, Router } from 'express';
import { isShownInline } from './isShownInline';

/**
 * The file is a document of nobody: no script, no form, no request, no access to what the portal keeps in the browser. What a
 * browser itself draws a picture or a film with is let through.
 */
const POLICY = [
  'sandbox',
  "default-src 'none'",
  'img-src data:',
  "media-src 'self'",
  "style-src 'unsafe-inline'",
].join('; ');

/**
 * Docs are written by whoever can push to a repository, and are served from the portal's own address. The reader takes them by
 * `fetch`, to which none of this applies, and cleans them; a link straight to a file must not open a page that acts as the person.
 *
 * Goes in front of the routes of TechDocs.
 */
export function createRawFilesGuard(): RequestHandler {
  const router = Router();
  router.use('/static/docs', (request, response, next) => {
    const { path } = request;
    const writeHead = response.writeHead.bind(response) as (
      ...values: unknown[]
    ) => typeof response;
    // As the last word: what serves files sets a policy of its own on what it redirects.
    response.writeHead = (...values: unknown[]) => {
      response.setHeader('Content-Security-Policy', POLICY);
      response.setHeader('X-Content-Type-Options', 'nosniff');
      if (!isShownInline({ path })) {
        response.setHeader('Content-Disposition', 'attachment');
      }
      return writeHead(...values);
    };
    next();
  });
  return router;
}
