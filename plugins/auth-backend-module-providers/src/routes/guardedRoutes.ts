import { timingSafeEqual, createHash } from 'node:crypto';
import { InputError, NotAllowedError } from '@backstage/errors';
import {
  type AuthProviderRouteHandlers,
  decodeOAuthState,
  sendWebMessageResponse,
} from '@backstage/plugin-auth-node';
import type { Request, Response } from 'express';
import type { FailureReporter } from '../failures/FailureReporter';
import { SignInFailedError } from '../failures/SignInFailedError';

/**
 * Stock's routes, which refuse a callback that this browser did not begin in words that nobody can act upon, and send people to any address
 * that is in `state` or `redirectUrl`. Here the refusal is explained, and people are sent to the portal alone.
 */
export function guardedRoutes(options: {
  routes: AuthProviderRouteHandlers;
  providerId: string;
  appUrl: string;
  isOriginAllowed(origin: string): boolean;
  reporter: FailureReporter;
}): AuthProviderRouteHandlers {
  const { routes, providerId, appUrl, isOriginAllowed, reporter } = options;

  return {
    ...routes,
    async start(request, response) {
      const target = request.query.redirectUrl;
      if (target !== undefined && !isOriginAllowed(originOf(String(target)))) {
        throw new NotAllowedError('redirectUrl leads away from the portal');
      }
      try {
        await routes.start(request, response);
      } catch (error) {
        if (!(error instanceof SignInFailedError)) throw error;
        // To the page that waits for the popup, which would show the bare error otherwise.
        answer({ request, response, appUrl, error });
      }
    },
    async frameHandler(request, response) {
      if (isBegunHere({ request, providerId })) {
        await routes.frameHandler(request, response);
        return;
      }
      const { name, message } = reporter.report({
        kind: 'state-mismatch',
        detail: request.cookies?.[`${providerId}-nonce`]
          ? 'the callback belongs to another sign-in than the browser began last'
          : 'the browser sent no cookie of a sign-in',
        attempts: [],
      });
      answer({ request, response, appUrl, error: { name, message } });
    },
  };
}

function isBegunHere(options: { request: Request; providerId: string }) {
  const { request, providerId } = options;
  const cookie = request.cookies?.[`${providerId}-nonce`];
  const state = stateOf(request);
  if (typeof cookie !== 'string' || !state) return false;
  const [one, other] = [cookie, state.nonce].map(text =>
    createHash('sha256').update(text).digest(),
  );
  return timingSafeEqual(one, other);
}

function stateOf(request: Request) {
  try {
    return decodeOAuthState(String(request.query.state ?? ''));
  } catch {
    return undefined;
  }
}

/** Nothing of `state` is believed, not even where the page is that waits. */
function answer(options: {
  request: Request;
  response: Response;
  appUrl: string;
  error: { name: string; message: string };
}) {
  const { request, response, appUrl, error } = options;
  const flow = request.query.flow ?? stateOf(request)?.flow;
  if (flow === 'redirect') {
    const url = new URL(appUrl);
    url.searchParams.set('error', error.message);
    response.redirect(url.toString());
    return;
  }
  sendWebMessageResponse(response, new URL(appUrl).origin, {
    type: 'authorization_response',
    error: { name: error.name, message: error.message } as Error,
  });
}

function originOf(url: string): string {
  try {
    return new URL(url).origin;
  } catch {
    throw new InputError('redirectUrl is not a URL');
  }
}
