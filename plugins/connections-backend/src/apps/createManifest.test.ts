import { ConfigReader } from '@backstage/config';
import type { GithubHost } from '@callboard/plugin-github-node';
import type { FeatureNeed } from '../needs/FeatureNeed';
import { canBeReachedFrom } from './canBeReachedFrom';
import { chooseWebhook } from './chooseWebhook';
import { createManifest } from './createManifest';
import { neededByFeatures } from './neededByFeatures';

const feature = (
  title: string,
  permissions: [string, 'read' | 'write' | 'admin'][],
  events: string[] = [],
): FeatureNeed => ({
  id: title,
  title,
  isOn: () => ({ on: true, because: '' }),
  permissions: permissions.map(([permission, level]) => ({
    permission,
    level,
    scope: 'repository',
    route: 'GET /',
  })),
  scopes: [],
  events,
});

const needed = neededByFeatures([
  feature('reading', [['contents', 'read']], ['push']),
  feature('templates', [
    ['contents', 'write'],
    ['administration', 'write'],
  ]),
  feature('people', [['members', 'read']], ['organization', 'push']),
]);

describe('what features need', () => {
  it('is each permission once, with the highest level and everybody who asks', () => {
    expect(needed).toEqual({
      permissions: [
        {
          permission: 'administration',
          level: 'write',
          neededBy: ['templates'],
        },
        {
          permission: 'contents',
          level: 'write',
          neededBy: ['reading', 'templates'],
        },
        { permission: 'members', level: 'read', neededBy: ['people'] },
      ],
      events: ['organization', 'push'],
    });
  });

  it('does not lower a level that came first', () => {
    const { permissions } = neededByFeatures([
      feature('a', [['contents', 'admin']]),
      feature('b', [['contents', 'read']]),
    ]);
    expect(permissions).toMatchObject([{ level: 'admin' }]);
  });
});

describe('the manifest', () => {
  const manifest = (webhookUrl?: string) =>
    createManifest({
      name: 'Callboard for acme',
      baseUrl: 'https://portal.example.com',
      needed,
      webhookUrl,
    });

  it('has exactly what is needed, leads back to the portal, and signs nobody in', () => {
    expect(
      manifest('https://portal.example.com/api/events/http/github'),
    ).toEqual({
      name: 'Callboard for acme',
      url: 'https://portal.example.com',
      description: expect.stringContaining('https://portal.example.com'),
      redirect_url: 'https://portal.example.com/connections/app-created',
      setup_url: 'https://portal.example.com/connections',
      public: false,
      hook_attributes: {
        url: 'https://portal.example.com/api/events/http/github',
        active: true,
      },
      default_permissions: {
        administration: 'write',
        contents: 'write',
        members: 'read',
      },
      default_events: ['organization', 'push'],
    });
  });

  it('says nothing of webhooks where there is none: GitHub refuses one without an address', () => {
    expect(manifest()).not.toHaveProperty('hook_attributes');
    expect(manifest()).not.toHaveProperty('default_events');
  });
});

describe('who reaches whom', () => {
  it.each([
    ['https://portal.example.com', 'https://github.com', true],
    ['http://localhost:7007', 'https://github.com', false],
    ['http://127.0.0.1:7007', 'https://github.com', false],
    ['http://[::1]:7007', 'https://github.com', false],
    ['http://10.1.2.3', 'https://github.com', false],
    ['http://172.20.0.1', 'https://acme.ghe.com', false],
    ['http://172.32.0.1', 'https://github.com', true],
    ['http://100.64.0.1', 'https://github.com', false],
    ['http://[fd00::1]', 'https://github.com', false],
    ['http://portal.internal', 'https://github.com', false],
    ['http://portal.internal', 'https://ghe.example.com', true],
    ['http://10.1.2.3', 'https://ghe.example.com', true],
    ['http://localhost:7007', 'https://ghe.example.com', false],
    ['http://localhost:7007', 'http://localhost:7008', true],
    ['http://localhost:7007', 'http://127.0.0.1:7008', true],
  ])('%s from %s: %s', (url, webUrl, expected) => {
    expect(canBeReachedFrom({ url, webUrl })).toBe(expected);
  });
});

describe('the webhook', () => {
  const choose = (
    baseUrl: string,
    wanted?: boolean,
    more: { webhookUrl?: string; events?: string[] } = {},
  ) =>
    chooseWebhook({
      wanted,
      needed: { ...needed, events: more.events ?? needed.events },
      config: new ConfigReader({
        backend: { baseUrl },
        callboard: { connections: { webhookUrl: more.webhookUrl } },
      }),
      host: { host: 'github.com', webUrl: 'https://github.com' } as GithubHost,
    });

  it('goes to where Backstage takes events, where GitHub reaches that', () => {
    expect(choose('https://portal.example.com/')).toBe(
      'https://portal.example.com/api/events/http/github',
    );
    expect(choose('http://localhost:7007')).toBeUndefined();
  });

  it('goes elsewhere if the configuration says so', () => {
    const webhookUrl = 'https://hooks.example.com/x';
    expect(choose('http://localhost:7007', undefined, { webhookUrl })).toBe(
      webhookUrl,
    );
  });

  it('is left out when nothing listens, unless it is asked for', () => {
    const events: string[] = [];
    expect(choose('https://p.example.com', undefined, { events })).toBe(
      undefined,
    );
    expect(choose('https://p.example.com', true, { events })).toMatch(/^https/);
    expect(choose('https://p.example.com', false)).toBeUndefined();
  });

  it('is refused in words where GitHub would refuse it', () => {
    expect(() => choose('http://localhost:7007', true)).toThrow(
      'github.com does not reach http://localhost:7007/api/events/http/github, so the App cannot send events there. Create it without a webhook, or set callboard.connections.webhookUrl',
    );
  });
});
