import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  AuthenticationError,
  InputError,
  NotFoundError,
} from '@backstage/errors';
import express from 'express';
import Router from 'express-promise-router';
import {
  isSignature,
  matchingSecrets,
} from '../events/ingress/matchingSecrets';
import type { MirrorView } from '../store/MirrorView';
import type { GithubMirror } from '../sync/GithubMirror';
import { createHintLimit } from './createHintLimit';
import { readPushHint } from './readPushHint';

/** A hint is a few hundred bytes. */
const LARGEST_BODY = '16kb';

/** How long the ref may take to move after the hook has run; it has not when the hook calls. */
const VISIBLE_WITHIN_MS = 60_000;

/**
 * `POST /hints/push`, for pre-receive hooks of GitHub Enterprise Server: somebody is pushing to a default branch. Nobody is signed in there,
 * so the route needs an auth policy of `unauthenticated`; the body is signed instead, with one of `secrets`, in `X-Callboard-Signature-256`
 * or `X-Hub-Signature-256`. Answers with 202 as soon as the hint is safe, with 404 where no secret is configured.
 */
export function createHintsRouter(options: {
  mirror: Pick<GithubMirror, 'hint'>;
  view: Pick<MirrorView, 'repositoryAt'>;
  /** `callboard.github.catalog.preReceive`; read for every call. */
  secrets: () => string[];
  /** Hosts that are mirrored, as the configuration spells them. */
  hosts: string[];
  logger: LoggerService;
  now: () => Date;
}): express.Router {
  const { mirror, view, secrets, hosts, logger, now } = options;
  const limit = createHintLimit({ now });
  const router = Router();
  const rawBody = express.raw({ type: () => true, limit: LARGEST_BODY });

  router.post('/hints/push', rawBody, async (request, response) => {
    const candidates = secrets().map(secret => ({ secret }));
    if (candidates.length === 0) {
      throw new NotFoundError(
        'No hints are taken: set callboard.github.catalog.preReceive.secret, and give the hook the same',
      );
    }
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const signature =
      request.header('x-callboard-signature-256') ??
      request.header('x-hub-signature-256');
    if (
      !isSignature(signature) ||
      matchingSecrets({ secrets: candidates, body, signature }).length === 0
    ) {
      throw new AuthenticationError(
        'The signature is missing or wrong: the hook and callboard.github.catalog.preReceive.secret must have the same secret',
      );
    }
    const read = readPushHint({ body, hosts, now: now() });
    if (read.outcome === 'invalid') {
      throw new InputError(`The hint cannot be used: ${read.problem}`);
    }
    const verdict = limit.take(signature);
    if (verdict.outcome === 'too-many') {
      response
        .status(429)
        .header('retry-after', String(verdict.retryAfterS))
        .json({ status: 'too-many' });
      return;
    }
    if (verdict.outcome === 'repeated') {
      response.status(202).json({ status: 'known' });
      return;
    }
    const { hint, pusher } = read;
    // With the id it is one question with that of the webhook which follows.
    const known = await view.repositoryAt({
      url: `https://${hint.host}/${hint.owner}/${hint.name}`,
    });
    const until = new Date(now().getTime() + VISIBLE_WITHIN_MS).toISOString();
    try {
      await mirror.hint([
        { ...hint, repositoryId: known?.id, reason: 'pre-receive', until },
      ]);
    } catch (error) {
      limit.giveBack(signature);
      throw error;
    }
    logger.debug(
      `A hook says that ${pusher ?? 'somebody'} pushes to ${hint.owner}/${
        hint.name
      } of ${hint.host}`,
    );
    response.status(202).json({ status: 'accepted' });
  });
  return router;
}
