import { ArgoCDApiClient } from '@roadiehq/backstage-plugin-argo-cd';
import type { FailureLog } from '../failures/FailureLog';

type Options = ConstructorParameters<typeof ArgoCDApiClient>[0] & {
  failures: FailureLog;
};

/**
 * Notes when no Argo CD has the application. The pages then show nothing at all; and the backend gives the same answer when an Argo CD
 * cannot be reached. Other errors the pages tell themselves.
 */
export class WatchedArgoCdClient extends ArgoCDApiClient {
  readonly #failures: FailureLog;

  constructor({ failures, ...options }: Options) {
    super(options);
    this.#failures = failures;
  }

  async serviceLocatorUrl(
    options: Parameters<ArgoCDApiClient['serviceLocatorUrl']>[0],
  ) {
    const request = JSON.stringify(options);
    const found = await super.serviceLocatorUrl(options);
    if (Array.isArray(found) && found.length === 0) {
      this.#failures.report({
        request,
        message: `No Argo CD knows the application ${
          options.appName ?? options.appSelector
        }, or the one that does cannot be reached.`,
      });
    } else {
      this.#failures.settle(request);
    }
    return found;
  }
}
