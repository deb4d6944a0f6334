/* eslint-disable jest/no-export -- a part of stockModules.full.test.ts */
import type { JsonObject } from '@backstage/types';
import { EXPECTED_OF_EVERY_ACTION } from '../expectedOfEveryAction';
import { untilEntity } from '../fromCatalog';
import { git, withClone } from '../git';
import type { StockGitHub } from '../openStockGitHub';
import { readMade } from '../readMade';
import { runTemplate } from '../runTemplate';

/** Templates, and everything that they can do at GitHub. */
export function scaffolderSuite(
  current: () => StockGitHub & {
    /** Olivia's token for the portal. */
    token: string;
  },
) {
  it('offers the repositories, branches and owners of whoever asks', async () => {
    const { ask, token, tokenOf, host } = current();
    const offer = async (resource: string, context: JsonObject = {}) => {
      const { results } = await ask(
        `/api/scaffolder/v2/autocomplete/github/${resource}`,
        {
          token,
          body: { token: tokenOf('mel'), context: { host, ...context } },
        },
      );
      return results.map(({ id }: { id: string }) => id).sort();
    };
    expect(await offer('owners')).toEqual(['acme']);
    expect(await offer('repositoriesWithOwner')).toContain('acme/shop');
    expect(
      await offer('branches', { owner: 'acme', repository: 'shop' }),
    ).toEqual(['main']);
  });

  it('runs a template that knows nothing but github.com', async () => {
    const stock = current();
    await untilEntity(stock, 'template:default/service', {});
    await runTemplate(stock, {
      template: 'service',
      values: { name: 'from-github-com', owner: 'acme' },
      token: stock.token,
    });
    await untilEntity(stock, 'component:default/from-github-com', {
      spec: { owner: 'group:default/web' },
    });
    expect(
      await stock.call('GET /repos/acme/from-github-com', 'olivia'),
    ).toMatchObject({
      private: true,
      description: 'This is from-github-com',
      default_branch: 'main',
    });
  });

  it('runs a template with every action, and what it says is there', async () => {
    const stock = current();
    await untilEntity(stock, 'template:default/everything', {});
    const { log, output } = await runTemplate(stock, {
      template: 'everything',
      values: {
        name: 'made',
        webhookUrl: `${stock.server.url}/api/events/http/github`,
      },
      secrets: {
        USER_OAUTH_TOKEN: stock.tokenOf('olivia'),
        OUTSIDER_TOKEN: stock.tokenOf('oscar'),
        WEBHOOK_SECRET: stock.credentials.app.webhookSecret,
      },
      token: stock.token,
    });
    // Some actions only say so when GitHub refuses something.
    expect(log.filter(line => /fail|skipping|warn/i.test(line))).toEqual([]);
    await stock.sandbox.sandbox.settled();

    expect(await readMade(stock, 'made')).toMatchObject(
      EXPECTED_OF_EVERY_ACTION,
    );
    expect(output).toEqual({ pull: 2 });
    await untilEntity(stock, 'component:default/made', {});
  });

  it.each(['from-github-com', 'made', 'made-infra', 'vault', 'templates'])(
    'leaves a sound git repository behind in %s',
    async name => {
      const { sandbox, tokenOf } = current();
      await withClone(
        { url: `${sandbox.url}/acme/${name}.git`, token: tokenOf('olivia') },
        async folder => {
          await expect(git(folder, 'fsck', '--strict', '--full')).resolves.toBe(
            '',
          );
        },
      );
    },
  );
}
