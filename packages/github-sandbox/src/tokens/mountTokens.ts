import type { Hono } from 'hono';
import type { Sandbox } from '../core/Sandbox';
import type { Env } from '../http/Env';
import { mountClassicPage } from './pages/mountClassicPage';
import { mountFineGrainedPage } from './pages/mountFineGrainedPage';
import { mountSsoPage } from './pages/mountSsoPage';
import { mountTokenList } from './pages/mountTokenList';

/** The pages on which people make, authorise and delete their tokens. */
export function mountTokens(options: {
  app: Hono<Env>;
  sandbox: Sandbox;
}): void {
  mountTokenList(options);
  mountClassicPage(options);
  mountFineGrainedPage(options);
  mountSsoPage(options);
}
