import type { Hono } from 'hono';
import type { Sandbox } from '../../core/Sandbox';
import type { Env } from '../../http/Env';
import { mountAppPages } from './mountAppPages';
import { mountInstallationPage } from './mountInstallationPage';
import { mountInstallPage } from './mountInstallPage';
import { mountManifestPages } from './mountManifestPages';

/** The pages on which people make, install and look at Apps. */
export function mountAppsPages(options: {
  app: Hono<Env>;
  sandbox: Sandbox;
}): void {
  // Before the pages of single Apps, one of which would be called `new`.
  mountManifestPages(options);
  mountInstallPage(options);
  mountInstallationPage(options);
  mountAppPages(options);
}
