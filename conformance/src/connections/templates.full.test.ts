// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { signInAtSandbox } from '@callboard/cli/src/testing/signInAtSandbox';
import {
  openStockGitHub,
  type StockGitHub,
} from '../github/stock/openStockGitHub';
import { scaffolderSuite } from '../github/stock/suites/scaffolderSuite';

jest.setTimeout(240_000);

describe('templates, with our module for GitHub', () => {
  let stock: StockGitHub;
  let token: string;

  beforeAll(async () => {
    stock = await openStockGitHub({ kind: 'callboardGitHub' });
    token = await signInAtSandbox({
      portalUrl: stock.server.url,
      login: 'olivia',
    });
  });
  afterAll(() => stock?.stop());

  scaffolderSuite(() => ({ ...stock, token }));

  it('leaves no error behind', () => {
    expect(stock.server.errors).toEqual([]);
    expect(stock.sandbox.errors).toEqual([]);
  });
});
