import type { JsonObject } from '@backstage/types';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { startReceiver } from '@callboard/github-sandbox/src/hooks/__testUtils__/startReceiver';
import { startInspections } from '../../facts/__testUtils__/openInspection';
import { inspectGithub } from '../../facts/inspectGithub';
import type { InspectionContext } from '../../inspection/InspectionContext';
import type { CheckInput } from '../Check';
import { resultsOf } from '../__testUtils__/resultsOf';
import { webhookArrives } from './webhookArrives';
import { webhookRedelivery } from './webhookRedelivery';

jest.setTimeout(60_000);

const SECRET = 'hook-secret';

describe('checks of webhooks', () => {
  let inspections: Awaited<ReturnType<typeof startInspections>>;
  let receiver: Awaited<ReturnType<typeof startReceiver>>;
  let status = 200;

  beforeAll(async () => {
    inspections = await startInspections();
    receiver = await startReceiver({
      answer: response => {
        response.statusCode = status;
        response.end();
      },
    });
  });
  afterAll(async () => {
    await inspections.stop();
    await receiver.stop();
  });
  beforeEach(() => {
    status = 200;
    Object.assign(inspections.sandbox.app, {
      webhookUrl: receiver.url,
      webhookSecret: SECRET,
      webhookActive: true,
      events: ['issues'],
    });
    inspections.sandbox.installation.events = ['issues'];
  });

  const portal = (more: JsonObject = {}) => ({
    callboard: { connections: { webhookUrl: receiver.url } },
    events: { modules: { github: { webhookSecret: SECRET } } },
    ...more,
  });
  const open = (config: JsonObject = portal()) =>
    inspections.open({ apps: [inspections.app()] }, { config });
  /** GitHub tells of something. */
  const happen = async () => {
    await inspections.sandbox.call('POST /repos/acme/shop/issues', {
      as: 'olivia',
      body: { title: 'Something' },
    });
    await inspections.sandbox.sandbox.settled();
  };
  const run = async (config?: JsonObject) => {
    const [result] = await resultsOf({
      check: webhookArrives,
      context: open(config),
    });
    return result;
  };
  /** Of a portal that takes events as stock does: without the plugin `github`. */
  const withStock = (config?: JsonObject): InspectionContext => ({
    ...open(config),
    mirror: { status: async () => ({ state: 'absent' }) },
  });
  const runWithStock = async (config?: JsonObject) => {
    const [result] = await resultsOf({
      check: webhookArrives,
      context: withStock(config),
    });
    return result;
  };

  it('says that nothing is known before a delivery was seen', async () => {
    expect(await run()).toMatchObject({
      status: 'pass',
      cause: `Not known yet: GitHub sends events to ${receiver.url}, and no delivery was seen yet.`,
    });
  });

  it('passes once an event has arrived', async () => {
    await happen();
    expect(await run()).toMatchObject({
      id: `webhook-arrives:app:${inspections.host}:${inspections.sandbox.app.id}`,
      status: 'pass',
      cause: expect.stringMatching(
        /^The last delivery \(issues, .*\) was answered with 200/,
      ),
    });
  });

  it('names the address that GitHub sends to, and the right one', async () => {
    inspections.sandbox.app.webhookUrl = 'https://old.example.com/hook';
    const result = await run();
    expect(result).toMatchObject({ status: 'fail' });
    expect(result.cause).toContain('https://old.example.com/hook');
    expect(result.remedy).toContain(
      `Set "Webhook URL" on the page of the App to ${receiver.url}`,
    );
  });

  it('takes a refusal for a secret that differs, and any other failure for what it is', async () => {
    status = 403;
    await happen();
    expect((await run()).remedy).toContain('The signature did not match');
    status = 500;
    await happen();
    expect(await run()).toMatchObject({
      status: 'fail',
      cause: expect.stringContaining('failed: 500'),
      remedy: expect.stringContaining('See that GitHub reaches'),
    });
    status = 200;
    await happen();
    expect((await run()).status).toBe('pass');
  });

  it('takes the secret of the App alone for enough', async () => {
    await happen();
    expect((await run(portal({ events: {} }))).status).toBe('pass');
    status = 403;
    await happen();
    expect((await run(portal({ events: {} }))).remedy).toContain(
      'set "Webhook secret" of the App and integrations.github[0].apps[0].webhookSecret to the same value',
    );
  });

  it('takes one of two secrets for enough', async () => {
    const events = { modules: { github: { webhookSecret: 'another-secret' } } };
    await happen();
    expect((await run(portal({ events }))).status).toBe('pass');
  });

  it('fails when the portal takes no events', async () => {
    const [result] = await resultsOf({
      check: webhookArrives,
      context: inspections.open(
        { apps: [inspections.app({ webhookSecret: undefined })] },
        { config: portal({ events: {} }) },
      ),
    });
    expect(result).toMatchObject({
      status: 'fail',
      cause: expect.stringContaining(
        'integrations.github[0].apps[0].webhookSecret is not set',
      ),
    });
  });

  it("fails when stock's receiver takes no events, which knows no secrets of Apps", async () => {
    expect(await runWithStock(portal({ events: {} }))).toMatchObject({
      status: 'fail',
      cause: expect.stringContaining(
        'events.modules.github.webhookSecret is not set',
      ),
    });
  });

  it('fails when GitHub signs nothing', async () => {
    inspections.sandbox.app.webhookSecret = null;
    expect(await run()).toMatchObject({
      status: 'fail',
      cause: expect.stringContaining('GitHub signs no event'),
    });
  });

  it("fails when the configuration has two secrets and stock's receiver, and shows neither", async () => {
    const result = await runWithStock(
      portal({
        events: { modules: { github: { webhookSecret: 'another-secret' } } },
      }),
    );
    expect(result).toMatchObject({
      status: 'fail',
      cause: expect.stringContaining('two webhook secrets'),
    });
    expect(JSON.stringify(result)).not.toMatch(/another-secret|hook-secret/);
  });

  it('says of a stored App how its secret becomes the same, and believes a delivery', async () => {
    const [host] = (
      await inspectGithub({
        context: open(
          portal({
            events: {
              modules: { github: { webhookSecret: 'another-secret' } },
            },
          }),
        ),
      })
    ).filter(({ apps }) => apps.length > 0);
    const context = withStock(
      portal({
        events: { modules: { github: { webhookSecret: 'another-secret' } } },
      }),
    );
    const judge = async (verdict: 'ok' | 'unknown') => {
      const [app] = host.apps;
      const [finding] = await webhookArrives.run({
        context,
        hosts: [
          {
            ...host,
            apps: [
              { ...app, from: 'stored', webhook: { ...app.webhook!, verdict } },
            ],
          },
        ],
      } as unknown as CheckInput);
      return finding;
    };
    expect(await judge('unknown')).toMatchObject({
      status: 'fail',
      remedy: expect.stringContaining(
        'Set "Webhook secret" on the page of the App to the value of events.modules.github.webhookSecret',
      ),
    });
    expect(await judge('ok')).toMatchObject({ status: 'pass' });
  });

  it('warns when the configuration expects events and the App sends none', async () => {
    inspections.sandbox.app.webhookUrl = null;
    expect(await run()).toMatchObject({ status: 'warn' });
    expect(await run({})).toMatchObject({ status: 'pass' });
  });

  describe('webhook-redelivery', () => {
    const again = async () => {
      const [result] = await resultsOf({
        check: webhookRedelivery,
        context: open(),
        inspect: { onDemand: true },
      });
      return result;
    };

    it('is not run by itself', async () => {
      const before = receiver.received.length;
      expect(
        await resultsOf({ check: webhookRedelivery, context: open() }),
      ).toEqual([]);
      expect(receiver.received).toHaveLength(before);
    });

    it('has the last delivery sent again, and sees whether it arrives', async () => {
      await happen();
      const before = receiver.received.length;
      expect(await again()).toMatchObject({
        status: 'pass',
        cause: expect.stringContaining(
          'GitHub sent "issues" again, and got 200',
        ),
      });
      expect(receiver.received).toHaveLength(before + 1);
      status = 500;
      expect(await again()).toMatchObject({
        status: 'fail',
        cause: expect.stringContaining('got 500'),
      });
    });
  });
});
