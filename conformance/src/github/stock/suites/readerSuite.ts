/* eslint-disable jest/no-export -- a part of stockModules.full.test.ts */
import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import type { StockGitHub } from '../openStockGitHub';
import { portalConfig } from '../portalConfig';

/** Reading of files and trees, as templates, TechDocs and the catalog do it. */
export function readerSuite(current: () => StockGitHub) {
  const readerOf = (config: JsonObject) =>
    UrlReaders.default({
      logger: mockServices.logger.mock(),
      config: new ConfigReader(config),
    });
  const connected = () => {
    const { sandbox, credentials } = current();
    return readerOf(portalConfig({ url: sandbox.url, credentials }));
  };
  const pathsOf = async (tree: { files(): Promise<{ path: string }[]> }) =>
    (await tree.files()).map(({ path }) => path).sort();

  describe.each([
    ['GitHub Enterprise', () => current().sandbox.url],
    ['github.com', () => 'https://github.com'],
  ])('as %s', (_, base) => {
    const at = (path: string) => `${base()}/acme/vault/${path}`;
    const notModified = expect.objectContaining({ name: 'NotModifiedError' });

    it('reads a file, and again only where it has changed', async () => {
      const url = at('blob/main/docs/index.md');
      const { buffer, etag, lastModifiedAt } = await connected().readUrl(url);
      expect((await buffer()).toString()).toBe('# The vault\n');
      expect(lastModifiedAt).toBeInstanceOf(Date);
      await expect(connected().readUrl(url, { etag })).rejects.toEqual(
        notModified,
      );
      await expect(
        connected().readUrl(url, { lastModifiedAfter: lastModifiedAt }),
      ).rejects.toEqual(notModified);
      await expect(
        connected().readUrl(at('blob/main/docs/nowhere.md')),
      ).rejects.toThrow(/404/);
    });

    it('reads a whole tree and a folder, and again only where something has changed', async () => {
      const whole = await connected().readTree(at(''));
      expect(await pathsOf(whole)).toEqual(
        expect.arrayContaining([
          'README.md',
          'catalog-info.yaml',
          'docs/index.md',
          'docs/pictures/door.md',
        ]),
      );
      const folder = at('tree/main/docs');
      const part = await connected().readTree(folder);
      expect(await pathsOf(part)).toEqual(['index.md', 'pictures/door.md']);
      await expect(
        connected().readTree(folder, { etag: part.etag }),
      ).rejects.toEqual(notModified);
    });

    it('finds files by a pattern', async () => {
      const { files, etag } = await connected().search(
        at('blob/main/docs/**/*.md'),
      );
      expect(
        await Promise.all(
          files.map(async ({ url, content }) => [
            url,
            (await content()).toString(),
          ]),
        ),
      ).toEqual([
        [at('blob/main/docs/index.md'), '# The vault\n'],
        [at('blob/main/docs/pictures/door.md'), 'A door.\n'],
      ]);
      await expect(
        connected().search(at('blob/main/docs/**/*.md'), { etag }),
      ).rejects.toEqual(notModified);
    });
  });

  it('reads with a token, and without any what is public', async () => {
    const { sandbox, host, tokenOf } = current();
    const integration = {
      host,
      apiBaseUrl: `${sandbox.url}/api/v3`,
      rawBaseUrl: `${sandbox.url}/raw`,
    };
    const read = async (repository: string, token?: string) => {
      const reader = readerOf({
        integrations: { github: [{ ...integration, ...(token && { token }) }] },
      });
      const { buffer } = await reader.readUrl(
        `${sandbox.url}/acme/${repository}/blob/main/README.md`,
      );
      return (await buffer()).toString();
    };
    expect(await read('vault', tokenOf('olivia'))).toBe('# Acme\n');
    expect(await read('shop')).toBe('# Acme\n');
    await expect(read('vault')).rejects.toThrow(/404/);
  });

  it('reads with an App that has been given single repositories', async () => {
    const { sandbox, credentials } = current();
    const installation = sandbox.sandbox.state.installations
      .by('app', credentials.app.id)
      .at(0)!;
    // As the owner of the organisation does it on the page of the installation.
    installation.repositorySelection = 'selected';
    installation.repositoryIds = [sandbox.vault.id];
    try {
      const read = (repository: string) =>
        connected().readUrl(
          `${sandbox.url}/acme/${repository}/blob/main/README.md`,
        );
      expect((await (await read('vault')).buffer()).toString()).toBe(
        '# Acme\n',
      );
      await expect(read('mapped-shop')).rejects.toThrow(
        /does not have access to a repository with the name mapped-shop/,
      );
    } finally {
      installation.repositorySelection = 'all';
      installation.repositoryIds = [];
    }
  });
}
