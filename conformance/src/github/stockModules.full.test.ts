/* eslint-disable @backstage/no-forbidden-package-imports -- it is for tests, and so not exported */
import { signInAtSandbox } from '@callboard/cli/src/testing/signInAtSandbox';
import { compareWithLog } from '@callboard/github-sandbox/src/usage/compareWithLog';
import { readUsageLists } from '@callboard/github-sandbox/src/usage/__testUtils__/usageLists';
/* eslint-enable @backstage/no-forbidden-package-imports */
import { openStockGitHub, type StockGitHub } from './stock/openStockGitHub';
import { requestsOf } from './stock/requestsOf';
import { catalogSuite } from './stock/suites/catalogSuite';
import { eventsSuite } from './stock/suites/eventsSuite';
import { readerSuite } from './stock/suites/readerSuite';
import { scaffolderSuite } from './stock/suites/scaffolderSuite';
import { tokenSuite } from './stock/suites/tokenSuite';
import { UNSEEN_QUERIES, UNSEEN_ROUTES } from './stock/unseen';

jest.setTimeout(240_000);

describe("stock Backstage's GitHub packages", () => {
  let stock: StockGitHub;
  /** Olivia's token for the portal. */
  let token: string;

  beforeAll(async () => {
    stock = await openStockGitHub();
  });
  afterAll(async () => {
    await stock.stop();
  });

  describe('sign-in', () => {
    it('goes through the whole OAuth flow and finds the person with the teams', async () => {
      token = await signInAtSandbox({
        portalUrl: stock.server.url,
        login: 'olivia',
      });
      const { claims } = await stock.ask('/api/auth/v1/userinfo', { token });
      expect(claims).toMatchObject({
        sub: 'user:default/olivia',
        ent: expect.arrayContaining([
          'user:default/olivia',
          'group:default/frontend',
        ]),
      });
    });
  });

  describe('catalog', () => {
    catalogSuite(() => stock);
  });
  describe('URL reader', () => {
    readerSuite(() => stock);
  });
  describe('events', () => {
    eventsSuite(() => stock);
  });
  describe('scaffolder', () => {
    scaffolderSuite(() => ({ ...stock, token }));
  });
  describe('with a token', () => {
    tokenSuite(() => stock);
  });

  describe('all of that', () => {
    it('was delivered by webhooks that the portal accepted', () => {
      const deliveries = stock.sandbox.sandbox.state.deliveries
        .all()
        .map(({ event, action, statusCode }) => ({
          event,
          action,
          statusCode,
        }));
      expect(deliveries.length).toBeGreaterThan(50);
      expect(deliveries.filter(({ statusCode }) => statusCode !== 202)).toEqual(
        [],
      );
    });

    it('asks for what is known to be asked for, and for all of it', () => {
      const logged = requestsOf(stock);
      const { unlistedRoutes, unseenRoutes, unlistedQueries, unseenQueries } =
        compareWithLog({ logged, ...readUsageLists() });
      expect({
        failed: logged.filter(
          ({ status, graphql }) => status >= 500 || graphql?.errors,
        ),
        unlistedRoutes,
        unlistedQueries,
      }).toEqual({
        failed: [],
        unlistedRoutes: [
          // The person presses the button.
          'POST /login/oauth/authorize',
          // Where a tarball's address leads to.
          'archive',
        ],
        unlistedQueries: [],
      });
      expect(unseenRoutes).toEqual(UNSEEN_ROUTES);
      expect(unseenQueries.map(({ definedIn }) => definedIn)).toEqual(
        UNSEEN_QUERIES,
      );
    });

    it('left no error behind inside the sandbox', () => {
      expect(stock.sandbox.errors).toEqual([]);
    });
  });
});
