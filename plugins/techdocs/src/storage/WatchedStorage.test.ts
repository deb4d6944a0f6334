import { NotFoundError } from '@backstage/errors';
import type { TechDocsStorageApi } from '@backstage/plugin-techdocs-react';
import { waitFor } from '@testing-library/react';
import { createSyncStream } from '../__testUtils__/createSyncStream';
import { DocsProgressStore } from '../progress/DocsProgressStore';
import { WatchedStorage } from './WatchedStorage';

const ENTITY = { kind: 'component', namespace: 'default', name: 'shop' };
const REF = 'component:default/shop';

/** A storage whose pages and syncs the test decides about. */
function setUp() {
  const pages = new Map<string, string>();
  const streams: ReturnType<typeof createSyncStream>[] = [];
  let refusal: Response | undefined;
  const progress = new DocsProgressStore();
  const storage = new WatchedStorage({
    stock: {
      getApiOrigin: async () => 'http://portal/api/techdocs',
      getBuilder: async () => 'external',
      getEntityDocs: async (_entity: object, path: string) => {
        const page = pages.get(path);
        if (page === undefined) throw new NotFoundError('Page not found.');
        return page;
      },
    } as TechDocsStorageApi,
    fetchApi: {
      fetch: (async () => {
        if (refusal) return refusal;
        const stream = createSyncStream();
        streams.push(stream);
        return { ok: true, body: stream.body };
      }) as unknown as typeof fetch,
    },
    progress,
  });
  /** As the reader does it: the page and the sync at once. */
  const open = (path = '') => {
    const page = storage.getEntityDocs(ENTITY, path);
    const sync = storage.syncEntityDocs(ENTITY);
    page.catch(() => {});
    sync.catch(() => {});
    return { page, sync };
  };
  return {
    pages,
    streams,
    progress,
    storage,
    open,
    refuse: (response: Response) => {
      refusal = response;
    },
    until: (state: object) =>
      waitFor(() => expect(progress.get(REF)).toMatchObject(state)),
  };
}

describe('WatchedStorage', () => {
  it('shows a page that is there at once, and what stock tells of a newer one', async () => {
    const { pages, streams, open, progress } = setUp();
    pages.set('', 'home');
    const { page, sync } = open();
    expect(progress.get(REF)).toEqual({ state: 'opening' });
    await expect(page).resolves.toBe('home');
    expect(progress.get(REF)).toEqual({ state: 'settled' });
    await waitFor(() => expect(streams).toHaveLength(1));
    streams[0].log('Step 1 of 3: Preparing');
    streams[0].finish(true);
    await expect(sync).resolves.toBe('updated');
    expect(progress.get(REF)).toEqual({ state: 'settled' });
  });

  it('waits for the first build of a page, and tells how far it is', async () => {
    const { pages, streams, open, until } = setUp();
    const { page, sync } = open();
    await until({ state: 'building', build: { step: 'fetch' } });
    streams[0].log('Step 2 of 3: Generating docs');
    streams[0].log('Rendered 3 of 7 pages');
    await until({
      build: { step: 'build', pages: { done: 3, total: 7 } },
    });
    pages.set('', 'home');
    streams[0].finish(true);
    await expect(page).resolves.toBe('home');
    // Stock would load it a second time.
    await expect(sync).resolves.toBe('cached');
    await until({ state: 'settled' });
  });

  it('finds the page that somebody else has had built', async () => {
    const { pages, streams, open, until } = setUp();
    const { page, sync } = open('guide');
    await until({ state: 'building' });
    pages.set('guide', 'guide');
    streams[0].finish(false);
    await expect(page).resolves.toBe('guide');
    await expect(sync).resolves.toBe('cached');
  });

  it('says why a build failed, and shows the page after a retry', async () => {
    const { pages, streams, open, until, progress } = setUp();
    const { page, sync } = open();
    await until({ state: 'building' });
    streams[0].error('mkdocs.yml is not valid YAML');
    await expect(sync).rejects.toThrow('mkdocs.yml is not valid YAML');
    await until({ state: 'failed', cause: 'mkdocs.yml is not valid YAML' });

    progress.retry(REF);
    await until({ state: 'building', build: { log: [] } });
    pages.set('', 'home');
    streams[1].finish(true);
    await expect(page).resolves.toBe('home');
    await until({ state: 'settled' });
  });

  it('says that nobody has built docs which the portal does not build', async () => {
    const { streams, open, until } = setUp();
    const { sync } = open();
    await until({ state: 'building' });
    streams[0].finish(false);
    await expect(sync).resolves.toBe('cached');
    await until({ state: 'missing', builder: 'external' });
  });

  it('says that a connection broke', async () => {
    const { streams, open, until } = setUp();
    const { sync } = open();
    await until({ state: 'building' });
    streams[0].breakOff();
    await expect(sync).rejects.toThrow('does not answer');
    await until({
      state: 'failed',
      cause: expect.stringContaining('does not answer'),
    });
  });

  it('leaves a page that a site does not have to the reader', async () => {
    const { pages, open, until } = setUp();
    pages.set('', 'home');
    const { page } = open('no-such-page');
    await expect(page).rejects.toThrow('Page not found');
    await until({ state: 'settled' });
  });

  it('leaves docs that the portal refuses to the reader', async () => {
    const { refuse, open, until } = setUp();
    refuse(
      new Response('{"error":{"name":"NotFoundError","message":"none"}}', {
        status: 404,
        headers: { 'content-type': 'application/json' },
      }),
    );
    const { page, sync } = open();
    await expect(sync).rejects.toThrow('404');
    await expect(page).rejects.toThrow('Page not found');
    await until({ state: 'settled' });
  });
});
