import { NotAllowedError, ResponseError } from '@backstage/errors';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  component,
  group,
  newsResponse,
  renderHome,
} from '../__testUtils__/renderHome';

jest.setTimeout(30_000);

const panel = (name: string) => screen.findByRole('region', { name });

describe('HomePage', () => {
  it('greets by name and asks the catalog three times', async () => {
    const { catalogApi } = renderHome({
      starred: ['component:default/loom'],
      byRef: {
        'component:default/loom': component('loom', 'looms'),
        'group:default/engines': group('engines', 'Analytical engines'),
      },
      owned: async () => [component('engine', 'engines')],
      counts: { Component: 2 },
    });

    expect(
      await screen.findByRole('heading', { level: 1, name: /, Ada$/ }),
    ).toBeInTheDocument();
    expect(
      await within(await panel('Starred')).findByRole('link', { name: /loom/ }),
    ).toHaveAttribute('href', '/catalog/default/component/loom');
    const teams = within(await panel('My teams’ components'));
    expect(await teams.findByRole('link', { name: 'engine' })).toHaveAttribute(
      'href',
      '/catalog/default/component/engine',
    );
    expect(
      teams.getByRole('link', { name: 'Analytical engines' }),
    ).toHaveAttribute('href', '/catalog/default/group/engines');

    expect(catalogApi.queryEntities).toHaveBeenCalledTimes(1);
    expect(catalogApi.getEntitiesByRefs).toHaveBeenCalledTimes(1);
    expect(catalogApi.getEntityFacets).toHaveBeenCalledTimes(1);
    expect(catalogApi.queryEntities).toHaveBeenCalledWith(
      expect.objectContaining({
        filter: {
          kind: 'component',
          'relations.ownedBy': [
            'user:default/ada',
            'group:default/engines',
            'group:default/looms',
          ],
        },
        limit: 50,
      }),
    );
  });

  it('shows eight of many and the rest on demand', async () => {
    renderHome({
      owned: async () =>
        Array.from({ length: 20 }, (_, index) =>
          component(`part-${index}`, index % 2 ? 'looms' : 'engines'),
        ),
    });
    const teams = within(await panel('My teams’ components'));
    const more = await teams.findByRole('button', { name: 'Show 12 more' });
    expect(teams.getAllByRole('link', { name: /^part-/ })).toHaveLength(8);
    await userEvent.click(more);
    expect(teams.getAllByRole('link', { name: /^part-/ })).toHaveLength(20);
  });

  it('goes from row to row with the arrow keys', async () => {
    renderHome({
      owned: async () => [component('a', 'looms'), component('b', 'looms')],
    });
    const teams = within(await panel('My teams’ components'));
    (await teams.findByRole('link', { name: 'a' })).focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(teams.getByRole('link', { name: 'b' })).toHaveFocus();
    await userEvent.keyboard('{Home}');
    expect(teams.getByRole('link', { name: 'a' })).toHaveFocus();
  });

  it('explains what would be there when there is nothing', async () => {
    renderHome({ news: () => newsResponse({ items: [] }) });
    expect(await screen.findByText('Nothing here is yours yet')).toBeVisible();
    expect(await screen.findByText('Nothing starred')).toBeVisible();
    expect(await screen.findByText('No visits yet')).toBeVisible();
    expect(await screen.findByText('The catalog is empty')).toBeVisible();
  });

  it('says why a panel failed, keeps the others, and tries again', async () => {
    let fails = true;
    renderHome({
      counts: { Component: 7 },
      owned: async () => {
        if (fails) throw new Error('The catalog is restarting');
        return [component('engine', 'engines')];
      },
    });
    const teams = within(await panel('My teams’ components'));
    expect(await teams.findByRole('alert')).toHaveTextContent(
      'Could not read the catalog',
    );
    expect(teams.getByRole('alert')).toHaveTextContent(
      'The catalog is restarting',
    );
    expect(await screen.findByText('Components')).toBeVisible();

    fails = false;
    await userEvent.click(teams.getByRole('button', { name: 'Try again' }));
    expect(await teams.findByRole('link', { name: 'engine' })).toBeVisible();
  });

  it.each([
    ['an error of the client', async () => new NotAllowedError('no')],
    [
      'a response',
      async () =>
        ResponseError.fromResponse(
          Object.assign(
            new Response(
              '{"error":{"name":"NotAllowedError","message":"no"}}',
              {
                status: 403,
                headers: { 'content-type': 'application/json' },
              },
            ),
          ) as never,
        ),
    ],
  ])('says who can grant what is forbidden, after %s', async (_, makeError) => {
    const error = await makeError();
    renderHome({
      owned: async () => {
        throw error;
      },
    });
    const alert = await within(await panel('My teams’ components')).findByRole(
      'alert',
    );
    expect(alert).toHaveTextContent('You may not read the catalog');
    expect(alert).toHaveTextContent('Whoever runs this portal');
  });

  it('lists arrivals with their age', async () => {
    renderHome({
      counts: { Component: 1 },
      news: () =>
        newsResponse({
          watchingSince: '2026-01-01T00:00:00Z',
          items: [
            {
              entityRef: 'component:default/engine',
              name: 'Engine',
              kind: 'Component',
              firstSeenAt: new Date(Date.now() - 7_300_000).toISOString(),
            },
          ],
        }),
    });
    const catalog = within(await panel('New in the catalog'));
    expect(await catalog.findByRole('link', { name: 'Engine' })).toBeVisible();
    expect(catalog.getByText('2 hours ago')).toBeVisible();
  });

  it('shows only the counts in a portal without the home backend', async () => {
    renderHome({ counts: { Component: 1200, Location: 9 } });
    const catalog = within(await panel('New in the catalog'));
    expect(await catalog.findByText('1,200')).toBeVisible();
    expect(catalog.queryByText(/Location/)).not.toBeInTheDocument();
    expect(catalog.queryByText(/Nothing has been added/)).toBeNull();
    expect(catalog.queryByRole('alert')).toBeNull();
  });

  it('offers to remove stars of what is gone', async () => {
    const { starredEntitiesApi } = renderHome({
      starred: ['component:default/gone', 'component:default/loom'],
      byRef: { 'component:default/loom': component('loom', 'looms') },
    });
    const starred = within(await panel('Starred'));
    await userEvent.click(
      await starred.findByRole('button', { name: 'Remove from my stars' }),
    );
    await waitFor(() =>
      expect(starred.queryByText(/is not in the catalog/)).toBeNull(),
    );
    const left = await new Promise(resolve =>
      starredEntitiesApi
        .starredEntitie$()
        .subscribe({ next: refs => resolve([...refs]) }),
    );
    expect(left).toEqual(['component:default/loom']);
    expect(starred.getByRole('link', { name: /loom/ })).toBeVisible();
  });

  it('lists visits once per entity, by the entity’s name', async () => {
    const visit = (id: string, pathname: string, entityRef?: string) => ({
      id,
      name: id,
      pathname,
      entityRef,
      hits: 1,
      timestamp: Date.now() - 120_000,
    });
    renderHome({
      visits: [
        visit('1', '/catalog/default/component/loom', 'component:default/loom'),
        visit(
          '2',
          '/catalog/default/component/loom/api',
          'component:default/loom',
        ),
        visit('3', '/settings'),
        visit('4', '/catalog/default/component/no', 'component:default/no'),
      ],
      byRef: { 'component:default/loom': component('loom', 'looms') },
    });
    const list = await screen.findByRole('list', { name: 'Recently visited' });
    expect(
      within(list)
        .getAllByRole('link')
        .map(link => link.getAttribute('href')),
    ).toEqual(['/catalog/default/component/loom', '/settings']);
  });

  it('shows widgets of other plugins in panels of its own, and none of the stock ones', async () => {
    renderHome({
      extensions: [
        HomePageWidgetBlueprint.make({
          name: 'pull-requests',
          params: {
            title: 'Pull requests',
            components: async () => ({
              Content: () => <p>3 to review</p>,
            }),
          },
        }),
      ],
    });
    expect(
      await within(await panel('Pull requests')).findByText('3 to review'),
    ).toBeVisible();
    expect(screen.queryByText('Random Joke')).not.toBeInTheDocument();
    expect(screen.queryByText('Toolkit')).not.toBeInTheDocument();
  });

  it('offers the links of the configuration', async () => {
    renderHome({
      config: {
        home: {
          links: [{ title: 'Handbook', url: 'https://example.com/book' }],
        },
      },
    });
    expect(
      await screen.findByRole('link', { name: /Handbook/ }),
    ).toHaveAttribute('href', 'https://example.com/book');
  });
});
