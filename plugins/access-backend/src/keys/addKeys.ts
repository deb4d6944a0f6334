import type { KeysAnswer } from '@callboard/plugin-access-common';
import {
  audited,
  jsonBody,
  readInput,
} from '@callboard/plugin-connections-node';
import type { AccessContext } from '../AccessContext';
import { keyRequestSchema, keyRotationSchema } from './keyInput';
import { KeyStore } from './KeyStore';
import { listConfiguredKeys } from './listConfiguredKeys';
import { observeKeys } from './observeKeys';
import { requireKeeper } from './requireKeeper';

const FLUSH_MS = 60_000;

/** Keys of machines: fills the process's directory of keys, and serves `/keys`. */
export async function addKeys(context: AccessContext): Promise<void> {
  const { auditor, config, keys, lifecycle, logger, now, router } = context;
  const store = new KeyStore({ knex: context.knex, now });
  const observer = observeKeys({ auditor, logger, now, store });
  keys.attach({ ...observer, read: () => store.read() });
  const timer = setInterval(() => observer.flush(), FLUSH_MS).unref();
  lifecycle.addShutdownHook(async () => {
    clearInterval(timer);
    await observer.flush();
  });

  const json = jsonBody({ limit: '20kb' });

  router.get('/keys', async (request, response) => {
    const { mayManage } = await requireKeeper({ to: 'read', request, context });
    const plugins = await context.instance.getInstalledPlugins();
    const answer: KeysAnswer = {
      keys: await store.list(),
      configured: listConfiguredKeys({ config }),
      plugins: plugins.map(({ pluginId }) => pluginId).sort(),
      mayManage,
    };
    response.json(answer);
  });

  router.post('/keys', json, async (request, response) => {
    const { by } = await requireKeeper({ to: 'manage', request, context });
    const { owner, expiresInHours, ...asked } = readInput({
      schema: keyRequestSchema,
      input: request.body,
    });
    const person = by.startsWith('service:') ? undefined : by;
    const made = { ...asked, owner: owner ?? person };
    const issued = await audited({
      ...{ auditor, request },
      eventId: 'key-create',
      severityLevel: 'high',
      meta: { ...made, owner: made.owner ?? null, expiresInHours, by },
      run: async () => {
        const result = await store.create({
          ...{ ...made, by },
          lifetimeHours: expiresInHours,
        });
        await keys.refresh();
        return { result, meta: { keyId: result.apiKey.id } };
      },
    });
    response.status(201).set('cache-control', 'no-store').json(issued);
  });

  router.post('/keys/:id/rotate', json, async (request, response) => {
    const { by } = await requireKeeper({ to: 'manage', request, context });
    const { overlapHours } = readInput({
      schema: keyRotationSchema,
      input: request.body,
    });
    const { id } = request.params;
    const issued = await audited({
      ...{ auditor, request },
      eventId: 'key-rotate',
      severityLevel: 'high',
      meta: { keyId: id, overlapHours, by },
      run: async () => {
        const result = await store.rotate({ id, overlapHours });
        await keys.refresh();
        return { result };
      },
    });
    response.set('cache-control', 'no-store').json(issued);
  });

  router.post('/keys/:id/revoke', async (request, response) => {
    const { by } = await requireKeeper({ to: 'manage', request, context });
    const { id } = request.params;
    const revoked = await audited({
      ...{ auditor, request },
      eventId: 'key-revoke',
      severityLevel: 'high',
      meta: { keyId: id, by },
      run: async () => {
        const result = await store.revoke({ id, by });
        await keys.refresh();
        return { result };
      },
    });
    response.json(revoked);
  });
}
