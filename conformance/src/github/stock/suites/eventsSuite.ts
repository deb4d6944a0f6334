/* eslint-disable jest/no-export -- a part of stockModules.full.test.ts */
import { createHmac } from 'node:crypto';
import { eventually } from '../../../presets/probes/eventually';
import { component } from '../component';
import { untilEntity, untilGone } from '../fromCatalog';
import { pushFiles } from '../git';
import type { StockGitHub } from '../openStockGitHub';
import { requestsOf } from '../requestsOf';

/** Webhooks, and what they change in the catalog. */
export function eventsSuite(current: () => StockGitHub) {
  const call = (...args: Parameters<StockGitHub['call']>) =>
    current().call(...args);
  const push = (options: {
    message: string;
    files: Record<string, string | null>;
  }) =>
    pushFiles({
      url: `${current().sandbox.url}/acme/vault.git`,
      token: current().tokenOf('olivia'),
      ...options,
    });

  it('refuses what is signed with another secret, and takes what is signed with the right one', async () => {
    const { server, credentials } = current();
    const body = JSON.stringify({ zen: 'Design for failure.', hook_id: 1 });
    const send = async (secret: string) => {
      const signature = createHmac('sha256', secret).update(body).digest('hex');
      const { status } = await fetch(`${server.url}/api/events/http/github`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-github-event': 'ping',
          'x-hub-signature-256': `sha256=${signature}`,
        },
        body,
      });
      return status;
    };
    expect(await send('another-secret')).toBe(403);
    expect(await send(credentials.app.webhookSecret)).toBe(202);
  });

  it('brings an edit by REST into the catalog', async () => {
    const path = '/repos/acme/shop/contents/catalog-info.yaml';
    const { sha } = await call(`GET ${path}`, 'mel');
    await call(`PUT ${path}`, 'mel', {
      message: 'Say more',
      content: Buffer.from(component('shop', 'Edited')).toString('base64'),
      sha,
    });
    await expect(
      untilEntity(current(), 'component:default/shop', {
        metadata: { description: 'Edited' },
      }),
    ).resolves.toBeDefined();
  });

  it('brings a push by git into the catalog', async () => {
    await push({
      message: 'Say more',
      files: { 'catalog-info.yaml': component('vault', 'Pushed') },
    });
    await expect(
      untilEntity(current(), 'component:default/vault', {
        metadata: { description: 'Pushed' },
      }),
    ).resolves.toBeDefined();
  });

  it('asks for the commit where files were added and removed, since they may have moved', async () => {
    const text = 'a: 1\nb: 2\nc: 3\n';
    await push({ message: 'Add', files: { 'old.yaml': text } });
    await push({
      message: 'Move',
      files: { 'old.yaml': null, 'new.yaml': text },
    });
    await eventually(async () =>
      expect(
        requestsOf(current()).filter(
          ({ route }) => route === 'GET /repos/{owner}/{repo}/commits/{ref}',
        ),
      ).toEqual([expect.objectContaining({ status: 200 })]),
    );
  });

  it('follows a repository from its creation over a new name to its end', async () => {
    const stock = current();
    const basket = 'component:default/basket';
    await call('POST /orgs/acme/repos', 'olivia', { name: 'basket' });
    await call('PUT /repos/acme/basket/contents/catalog-info.yaml', 'olivia', {
      message: 'Begin',
      content: Buffer.from(component('basket')).toString('base64'),
    });
    await expect(untilEntity(stock, basket, {})).resolves.toBeDefined();

    await call('PATCH /repos/acme/basket', 'olivia', { name: 'cart' });
    await expect(
      untilEntity(stock, basket, {
        metadata: {
          annotations: {
            'backstage.io/managed-by-location': `url:${stock.sandbox.url}/acme/cart/tree/main/catalog-info.yaml`,
          },
        },
      }),
    ).resolves.toBeDefined();

    await call('PATCH /repos/acme/cart', 'olivia', { archived: true });
    await expect(untilGone(stock, basket)).resolves.toBeUndefined();
    await call('PATCH /repos/acme/cart', 'olivia', { archived: false });
    await expect(untilEntity(stock, basket, {})).resolves.toBeDefined();
    await call('DELETE /repos/acme/cart', 'olivia');
    await expect(untilGone(stock, basket)).resolves.toBeUndefined();
  });

  it('follows members of teams', async () => {
    const mel = 'user:default/mel';
    const membership = '/orgs/acme/teams/frontend/memberships/mel';
    await call(`DELETE ${membership}`, 'olivia');
    await expect(
      untilEntity(current(), mel, { spec: { memberOf: ['web'] } }),
    ).resolves.toBeDefined();
    await call(`PUT ${membership}`, 'olivia');
    await expect(
      untilEntity(current(), mel, {
        spec: { memberOf: expect.arrayContaining(['frontend', 'web']) },
      }),
    ).resolves.toBeDefined();
  });

  it('follows teams', async () => {
    const stock = current();
    await call('POST /orgs/acme/teams', 'olivia', {
      name: 'Platform',
      maintainers: ['olivia'],
    });
    await expect(
      untilEntity(stock, 'group:default/platform', {}),
    ).resolves.toBeDefined();
    // Only names: where a team's description alone changes, stock 1.55 fails, since it then removes a group without a name.
    await call('PATCH /orgs/acme/teams/platform', 'olivia', { name: 'Base' });
    await expect(
      untilEntity(stock, 'group:default/base', {
        spec: { members: ['default/olivia'] },
      }),
    ).resolves.toBeDefined();
    await expect(
      untilGone(stock, 'group:default/platform'),
    ).resolves.toBeUndefined();
    await call('DELETE /orgs/acme/teams/base', 'olivia');
    await expect(
      untilGone(stock, 'group:default/base'),
    ).resolves.toBeUndefined();
  });

  it('follows members of the organisation', async () => {
    await call('PUT /orgs/acme/memberships/oscar', 'olivia');
    await call('PATCH /user/memberships/orgs/acme', 'oscar', {
      state: 'active',
    });
    await expect(
      untilEntity(current(), 'user:default/oscar', {}),
    ).resolves.toBeDefined();
    await call('DELETE /orgs/acme/members/oscar', 'olivia');
    await expect(
      untilGone(current(), 'user:default/oscar'),
    ).resolves.toBeUndefined();
  });
}
