import type { Scenario } from '../Scenario';

/**
 * How the portal learns of changes at once. The App's webhook stands for the pre-receive hook of that guide: it is what can fail to be
 * triggered here.
 */
export const webhookScenarios: Scenario[] = [
  {
    title: 'the webhook goes to another address',
    rows: ['pitfall-hook', 'test-webhook'],
    breakIt({ app }) {
      app.webhookUrl = 'http://localhost:9/elsewhere';
    },
    expected: {
      check: 'webhook-arrives',
      status: 'fail',
      cause: /localhost:9\/elsewhere.*takes them at/s,
      remedy: /\/api\/events\/http\/github/,
    },
    mend({ app, receiver }) {
      app.webhookUrl = `${receiver.url}/api/events/http/github`;
    },
  },
  {
    title: 'deliveries fail',
    rows: ['pitfall-hook', 'test-webhook'],
    async breakIt(scene) {
      scene.receiver.answerWith(500);
      await scene.happen();
    },
    expected: {
      check: 'webhook-arrives',
      status: 'fail',
      cause: /last delivery.*500/s,
      remedy: /reaches/,
    },
    async mend(scene) {
      scene.receiver.answerWith(202);
      await scene.happen();
    },
  },
  {
    title: 'the two sides have different webhook secrets',
    rows: ['pitfall-hook', 'test-webhook'],
    // The mirror takes the secrets of both.
    portal: { receiver: 'stock' },
    breakIt: ({ configure }) =>
      configure({
        events: { modules: { github: { webhookSecret: 'another' } } },
      }),
    expected: {
      check: 'webhook-arrives',
      status: 'fail',
      cause: /two webhook secrets/,
      remedy: /both the same/,
    },
    mend: ({ configure, credentials: { app } }) =>
      configure({
        events: { modules: { github: { webhookSecret: app.webhookSecret } } },
      }),
  },
  {
    title: 'the App has no webhook, and the portal expects events',
    rows: ['pitfall-hook', 'test-webhook'],
    breakIt({ app }) {
      app.webhookUrl = null;
    },
    expected: {
      check: 'webhook-arrives',
      status: 'warn',
      cause: /sends no events/,
      remedy: /active/,
    },
    mend({ app, receiver }) {
      app.webhookUrl = `${receiver.url}/api/events/http/github`;
    },
  },
  {
    title: 'the portal has a local address, and GitHub is elsewhere',
    rows: ['test-base-url', 'test-webhook'],
    // Nothing answers there: this is found out from addresses alone.
    breakIt: scene =>
      scene.configure({
        backend: { baseUrl: 'http://localhost:7007' },
        integrations: {
          github: [
            {
              ...scene.integration(),
              host: 'github.acme.invalid',
              apiBaseUrl: 'https://github.acme.invalid/api/v3',
            },
          ],
        },
      }),
    expected: {
      check: 'base-url-reachable',
      status: 'fail',
      cause: /localhost:7007.*github\.acme\.invalid is outside/s,
      remedy: /CALLBOARD_BASE_URL/,
    },
    mend: scene =>
      scene.configure({ backend: { baseUrl: 'https://portal.acme.example' } }),
  },
];
