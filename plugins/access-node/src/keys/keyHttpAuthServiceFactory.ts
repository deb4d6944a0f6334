import { DefaultHttpAuthService } from '@backstage/backend-defaults/httpAuth';
import {
  coreServices,
  createServiceFactory,
  type BackstageCredentials,
  type BackstageServicePrincipal,
  type HttpAuthService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { apiKeysServiceRef } from './apiKeysServiceRef';
import { isReading } from './readingRoutes';
import { keyOfSubject } from './subjects';

/**
 * Stock's service, which every route of every plugin asks, with one refusal more: a key that only reads sends no request that may change
 * something. The permissions of such a key are limited too, but not every route checks one.
 */
export const keyHttpAuthServiceFactory = createServiceFactory({
  service: coreServices.httpAuth,
  deps: {
    auth: coreServices.auth,
    discovery: coreServices.discovery,
    keys: apiKeysServiceRef,
    plugin: coreServices.pluginMetadata,
  },
  factory({ auth, discovery, keys, plugin }): HttpAuthService {
    const pluginId = plugin.getId();
    const stock = DefaultHttpAuthService.create({ auth, discovery, pluginId });
    return {
      async credentials(request, options) {
        const credentials = await stock.credentials(request, options);
        const id = keyOf(credentials);
        if (id === undefined) return credentials;
        const { method, originalUrl: url } = request;
        if (isReading({ method, url, pluginId })) return credentials;
        if ((await keys.find({ id })).scopes.readOnly) {
          throw new NotAllowedError(
            `This key only reads: ${method} is not for it`,
          );
        }
        return credentials;
      },
      issueUserCookie: (response, options) =>
        stock.issueUserCookie(response, options),
    };
  },
});

function keyOf({ principal }: BackstageCredentials): string | undefined {
  const { type, subject } = principal as Partial<BackstageServicePrincipal>;
  return type === 'service' && subject ? keyOfSubject({ subject }) : undefined;
}
