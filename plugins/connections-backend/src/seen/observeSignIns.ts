import {
  coreServices,
  createServiceFactory,
  type ServiceFactory,
} from '@backstage/backend-plugin-api';
import type { RequestHandler } from 'express';
import { createObservedSignIns } from './createObservedSignIns';
import { observedSignInsServiceRef } from './observedSignInsServiceRef';
import type { ObservedSignIns } from './ObservedSignIns';
import { readCallback } from './readCallback';

/**
 * Notes the callbacks of sign-in pages: whether they carry a code or an error, and on which path they come. Add `middleware` to the root
 * router before its routes, and `service` to the backend; nothing is noted before that is in use.
 */
export function observeSignIns(options: { now?: () => Date } = {}): {
  middleware: RequestHandler;
  service: ServiceFactory<ObservedSignIns, 'root', 'singleton'>;
} {
  const { now = () => new Date() } = options;
  let providers: () => string[] = () => [];
  const observed = createObservedSignIns({
    now,
    providers: () => providers(),
  });

  return {
    middleware: (request, _response, next) => {
      if (request.path.startsWith('/api/auth/')) {
        const callback = readCallback({
          path: request.path,
          query: new URL(request.originalUrl, 'http://localhost').searchParams,
          cookie: request.headers.cookie,
        });
        if (callback) observed.record(callback);
      }
      next();
    },
    service: createServiceFactory({
      service: observedSignInsServiceRef,
      deps: { config: coreServices.rootConfig },
      factory({ config }) {
        providers = () =>
          config.getOptionalConfig('auth.providers')?.keys() ?? [];
        return observed;
      },
    }),
  };
}
