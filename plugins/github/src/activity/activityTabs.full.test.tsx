import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  insightsFixture,
  lackFixture,
  securityFixture,
} from '../../dev/activityFixture';
import {
  answered,
  repositoryFixture,
  runBriefFixture,
  workflowFixture,
} from '../../dev/buildsFixture';
import { pullFixture } from '../../dev/pullsFixture';
import { renderActivity, shop } from '../__testUtils__/renderActivity';
import { entityCiCard } from '../ci/entityCiCard';
import { entityInsightsCard } from '../insights/entityInsightsCard';
import { entityInsightsContent } from '../insights/entityInsightsContent';
import { entityPullsCard } from '../pulls/entityPullsCard';
import { entitySecurityCard } from '../security/entitySecurityCard';
import { entitySecurityContent } from '../security/entitySecurityContent';
import { entityStationsCard } from '../stations/entityStationsCard';

describe('the tab of insights', () => {
  it('shows README, languages, contributors and releases, with nobody’s picture from elsewhere', async () => {
    const { container } = renderActivity({
      extensions: [entityInsightsContent],
      api: {
        insights: async () => answered(insightsFixture()),
        readme: async () =>
          answered({
            path: 'README.md',
            html: '<h1>The shop</h1>',
            sha: 'ab12',
            url: 'https://github.com/acme/shop/blob/main/README.md',
          }),
      },
    });
    expect(
      await screen.findByRole('heading', { name: 'The shop' }),
    ).toBeVisible();
    expect(await screen.findByText('90%')).toBeVisible();
    expect(screen.getByText('1 star')).toBeVisible();
    expect(screen.getByText('51 commits in 52 weeks')).toBeVisible();
    expect(screen.getByRole('link', { name: /Dozens/ })).toHaveAttribute(
      'href',
      'https://github.com/acme/shop/releases/tag/v1.2.0',
    );
    // Who is in the catalog is named as there.
    expect(
      await screen.findByRole('link', { name: 'Lena Fischer' }),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: /omar/ })).toHaveAttribute(
      'href',
      'https://github.com/omar',
    );
    expect(container.querySelector('img[src^="http"]')).toBeNull();
  });
});

describe('the tab of security', () => {
  it('shows alerts by severity, what is not switched on, and what is not granted', async () => {
    renderActivity({
      extensions: [entitySecurityContent],
      api: { security: async () => securityFixture() },
    });
    const row = within(
      (
        await screen.findByRole('link', { name: /lodash: Prototype pollution/ })
      ).closest('tr')!,
    );
    expect(row.getByText('critical')).toBeVisible();
    expect(row.getByText('lodash 4.17.21')).toBeInTheDocument();
    expect(screen.getByText('No analysis has run here yet.')).toBeVisible();
    expect(
      screen.getByText(/“Dependabot alerts: read” is missing/),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: /Permissions of the App/ }),
    ).toHaveAttribute('href', lackFixture.link);
  });

  it('shows the first of very many alerts, and says that there are more', async () => {
    const { dependabot } = securityFixture();
    if (dependabot.state !== 'answered') throw new Error('It is answered');
    const alerts = Array.from({ length: 100 }, (_, index) => ({
      ...dependabot.value.alerts[0],
      number: index + 1,
    }));
    const open = { critical: 100, high: 0, medium: 0, low: 0 };
    renderActivity({
      extensions: [entitySecurityContent, entitySecurityCard],
      api: {
        security: async () =>
          securityFixture({
            dependabot: answered({ open, alerts, more: true }),
          }),
      },
    });
    expect(
      await screen.findAllByRole('link', { name: /Prototype pollution/ }),
    ).toHaveLength(20);
    expect(screen.getByText('There are more than these.')).toBeVisible();
    await waitFor(() =>
      expect(screen.getAllByText(/and more$/)).toHaveLength(2),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Show 80 more' }));
    expect(
      screen.getAllByRole('link', { name: /Prototype pollution/ }),
    ).toHaveLength(100);
  });

  it('asks for nothing that the person may not see', async () => {
    renderActivity({
      extensions: [entitySecurityContent, entitySecurityCard],
      api: {
        repository: async () => ({
          state: 'found',
          repository: repositoryFixture({
            may: {
              run: false,
              logs: true,
              alerts: false,
              whyNotAlerts: 'Owners see them: group:default/checkout.',
            },
          }),
        }),
      },
    });
    await waitFor(() =>
      expect(
        screen.getAllByText('Owners see them: group:default/checkout.'),
      ).toHaveLength(2),
    );
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('cards', () => {
  it('sum up each tab on the overview', async () => {
    renderActivity({
      extensions: [
        entityCiCard,
        entityPullsCard,
        entityInsightsCard,
        entitySecurityCard,
      ],
      api: {
        workflows: async () =>
          answered([
            workflowFixture({ id: 7, name: 'CI' }),
            workflowFixture({
              id: 8,
              name: 'Release',
              latest: runBriefFixture({ id: 900, conclusion: 'failure' }),
            }),
          ]),
        pulls: async () =>
          answered({
            pulls: [
              pullFixture({ number: 1, title: 'One' }),
              pullFixture({
                number: 2,
                title: 'Two',
                decision: 'review-required',
              }),
            ],
            total: 2,
          }),
        insights: async () => answered(insightsFixture()),
        security: async () => securityFixture(),
      },
    });
    const builds = within(
      await screen.findByRole('list', { name: 'Workflows' }),
    );
    // What failed is first, and leads to its run.
    expect(
      builds.getAllByRole('link').map(link => link.getAttribute('href')),
    ).toEqual(['/ci?run=900', '/ci?run=812']);
    expect(
      await screen.findByText('2 open, 1 waiting for review'),
    ).toBeVisible();
    expect(
      await screen.findByText('2 contributors, 3 commits in four weeks'),
    ).toBeVisible();
    expect(await screen.findByText('1 critical')).toBeVisible();
    expect(screen.getByText('not switched on')).toBeVisible();
    expect(
      screen.getByText('“Dependabot alerts” is not granted'),
    ).toBeVisible();
  });

  it('say what they do not know of very many', async () => {
    renderActivity({
      extensions: [entityPullsCard, entityInsightsCard],
      api: {
        pulls: async () =>
          answered({
            pulls: Array.from({ length: 100 }, (_, index) =>
              pullFixture({
                number: index + 1,
                decision: 'review-required',
                isDraft: index >= 40,
              }),
            ),
            total: 500,
          }),
        insights: async () =>
          answered(
            insightsFixture({
              contributors: Array.from({ length: 100 }, (_, index) => ({
                ...{ login: `p${index}`, avatar: '', commits: 1 },
              })),
            }),
          ),
      },
    });
    expect(
      await screen.findByText(
        '500 open, 40 waiting for review of the 100 that changed last',
      ),
    ).toBeVisible();
    expect(await screen.findByText(/^at least 100 contributors/)).toBeVisible();
  });

  it('are on no component without a repository', async () => {
    renderActivity({
      extensions: [entityCiCard, entityStationsCard],
      entity: { ...shop, metadata: { name: 'shop', namespace: 'default' } },
    });
    expect(await screen.findByTestId('empty-entity-page')).toBeVisible();
  });
});
