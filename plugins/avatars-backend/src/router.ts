import { createHash } from 'node:crypto';
import type {
  AuditorService,
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Request, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { CachedPictures } from './caching/CachedPictures';

const KINDS = ['user', 'group'];

const DAY_S = 24 * 60 * 60;
const PICTURE_CACHING = `private, max-age=${DAY_S}, stale-while-revalidate=${
  7 * DAY_S
}`;
const REFUSAL_CACHING = 'private, max-age=300';

/**
 * Serves `GET /v1/:namespace/:name` (a user) and `GET /v1/:kind/:namespace/:name` (a user or a group).
 *
 * 200: the picture. 304: the caller has it. 400: another kind. 404: why there is none, as JSON.
 */
export function createRouter(options: {
  auditor: AuditorService;
  catalog: CatalogService;
  httpAuth: HttpAuthService;
  /** Undefined when pictures are switched off. */
  pictures: Pick<CachedPictures, 'get'> | undefined;
}): Router {
  const { auditor, catalog, httpAuth, pictures } = options;
  const router = PromiseRouter();

  const serve = async (req: Request, res: Response) => {
    const { namespace, name } = req.params;
    const kind = (req.params.kind ?? 'user').toLocaleLowerCase('en-US');
    if (!KINDS.includes(kind)) {
      throw new InputError(
        `Only users and groups have pictures, not the kind "${kind}"`,
      );
    }
    const ref = stringifyEntityRef({ kind, namespace, name });
    if (!pictures) {
      res.set('cache-control', REFUSAL_CACHING);
      throw new NotFoundError('Pictures are switched off: avatars.enabled');
    }

    // As whoever asks, so that the permissions on the entity hold for its picture.
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
      allowLimitedAccess: true,
    });
    const entity = await catalog.getEntityByRef(ref, { credentials });
    const url = entity && pictureOf(entity);
    if (!url) {
      res.set('cache-control', REFUSAL_CACHING);
      throw new NotFoundError(
        entity
          ? `The catalog has no picture of ${ref}`
          : `The catalog has no ${ref}, or you may not see it`,
      );
    }

    const outcome = await pictures.get(url);
    if (outcome.result === 'refused') {
      res.set('cache-control', REFUSAL_CACHING);
      const error = new NotFoundError(
        `No picture of ${ref}: ${outcome.message}`,
      );
      if (outcome.cause === 'address') {
        const event = await auditor.createEvent({
          eventId: 'picture-fetch',
          severityLevel: 'medium',
          request: req,
          // The auditor does not know a visitor by the cookie.
          meta: { entityRef: ref, actor: actorOf(credentials) },
        });
        await event.fail({ error });
      }
      throw error;
    }

    res.set({
      'cache-control': PICTURE_CACHING,
      'content-type': outcome.contentType,
      // Should a browser ever be pointed at the picture itself, it is an inert file of a stated type.
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      // The pages may be served from a sister host; other sites shall not learn who has a picture here.
      'cross-origin-resource-policy': 'same-site',
      etag: `"${createHash('sha256')
        .update(outcome.body)
        .digest('base64url')}"`,
    });
    res.send(outcome.body);
  };

  router.get('/v1/:namespace/:name', serve);
  router.get('/v1/:kind/:namespace/:name', serve);
  return router;
}

function pictureOf(entity: Entity): string | undefined {
  const profile = entity.spec?.profile as { picture?: unknown } | undefined;
  const picture = profile?.picture;
  return typeof picture === 'string' && picture !== '' ? picture : undefined;
}

function actorOf({
  principal,
}: BackstageCredentials<
  BackstageServicePrincipal | BackstageUserPrincipal
>): string {
  return principal.type === 'user'
    ? principal.userEntityRef
    : principal.subject;
}
