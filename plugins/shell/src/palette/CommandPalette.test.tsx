import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { searchApiRef } from '@backstage/plugin-search-react';
import { appTreeApiRef } from '@backstage/frontend-plugin-api';
import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import type { RailEntries } from '../layout/railEntries';
import { PaletteHost } from './PaletteHost';

const page = (id: string, title: string, href: string) => ({
  id,
  title,
  href,
  icon: null,
});
const entries: RailEntries = {
  main: [
    page('page:catalog', 'Catalog', '/catalog'),
    page('page:api-docs', 'APIs', '/api-docs'),
  ],
  plugins: [],
  foot: [
    page('page:connections', 'Connections', '/connections'),
    page('page:user-settings', 'Settings', '/settings'),
  ],
  elsewhere: [],
};

const searchApi = {
  query: jest.fn(async () => ({
    results: [
      {
        type: 'software-catalog',
        document: {
          title: 'Ticket issuer',
          text: '',
          location: '/catalog/default/component/ticket-issuer',
          kind: 'Component',
          owner: 'tickets',
        },
      },
    ],
  })),
};

function Where() {
  const { pathname, search } = useLocation();
  return <div data-testid="where">{`${pathname}${search}`}</div>;
}

const shop = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'shop',
    title: 'Web shop',
    annotations: { 'github.com/project-slug': 'acme/shop' },
  },
};

const catalogApi = {
  queryEntities: jest.fn(async () => ({ items: [shop] })),
  getEntityByRef: jest.fn(async () => shop),
};

/** An app with or without the tab of builds. */
const appTree = (hasBuilds: boolean) => ({
  getTree: () => ({
    tree: {
      nodes: new Map(
        hasBuilds ? [['entity-content:github/ci', { spec: {} }]] : [],
      ),
    },
  }),
});

async function openPalette(
  options: { hasBuilds?: boolean; path?: string } = {},
) {
  const { hasBuilds = false, path } = options;
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [searchApiRef, searchApi as any],
        [
          catalogApiRef,
          (hasBuilds ? catalogApi : { queryEntities: jest.fn() }) as any,
        ],
        [appTreeApiRef, appTree(hasBuilds) as any],
      ]}
    >
      <PaletteHost entries={entries} links={[]}>
        <Where />
      </PaletteHost>
    </TestApiProvider>,
    path ? { initialRouteEntries: [path] } : undefined,
  );
  await userEvent.keyboard('{Control>}k{/Control}');
  return screen.findByRole('combobox', { hidden: true });
}

const selected = () =>
  screen.getByRole('option', { selected: true, hidden: true });

describe('CommandPalette', () => {
  beforeEach(() => jest.clearAllMocks());

  it('opens with the keyboard, moves with the arrows and wraps around', async () => {
    const field = await openPalette();
    await userEvent.click(field);
    expect(selected()).toHaveTextContent('Catalog');
    await userEvent.keyboard('{ArrowDown}');
    expect(selected()).toHaveTextContent('APIs');
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    expect(selected()).toHaveTextContent('Sign out');
    expect(field).toHaveAttribute('aria-activedescendant', selected().id);
  });

  it('goes to the chosen page with Enter and closes', async () => {
    await userEvent.click(await openPalette());
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(screen.getByTestId('where')).toHaveTextContent('/api-docs');
    expect(
      screen.queryByRole('combobox', { hidden: true }),
    ).not.toBeInTheDocument();
  });

  it('finds entities and puts them first', async () => {
    await userEvent.type(await openPalette(), 'ticket');
    await waitFor(() => expect(selected()).toHaveTextContent('Ticket issuer'));
    expect(selected()).toHaveTextContent('Component · tickets');
    await userEvent.keyboard('{Enter}');
    expect(screen.getByTestId('where')).toHaveTextContent(
      '/catalog/default/component/ticket-issuer',
    );
  });

  it.each([
    ['builds of shop', 'Builds of Web shop', '/ci'],
    ['prs of shop', 'Pull requests of Web shop', '/pull-requests'],
    ['run a workflow of shop', 'Run a workflow of Web shop…', '/ci?start=any'],
    ['start workflow of shop', 'Run a workflow of Web shop…', '/ci?start=any'],
  ])('leads by "%s" to that tab of a component', async (words, title, path) => {
    searchApi.query.mockResolvedValueOnce({ results: [] } as any);
    await userEvent.type(await openPalette({ hasBuilds: true }), words);
    const option = await screen.findByRole('option', {
      name: title,
      hidden: true,
    });
    expect(catalogApi.queryEntities).toHaveBeenLastCalledWith(
      expect.objectContaining({
        fullTextFilter: expect.objectContaining({ term: 'shop' }),
      }),
    );
    expect(selected()).toBe(option);
    await userEvent.keyboard('{Enter}');
    expect(screen.getByTestId('where').textContent).toBe(
      `/catalog/default/component/shop${path}`,
    );
  });

  it('has the commands of the component whose page is open', async () => {
    const path = '/catalog/default/component/shop/docs';
    await openPalette({ hasBuilds: true, path });
    await screen.findByRole('option', {
      name: 'Builds of Web shop',
      hidden: true,
    });
    await userEvent.click(
      screen.getByRole('option', { name: 'My pull requests', hidden: true }),
    );
    expect(screen.getByTestId('where').textContent).toBe('/');
  });

  it('asks for it first where the words say nothing else', async () => {
    const path = '/catalog/default/component/shop/docs';
    const field = await openPalette({ hasBuilds: true, path });
    await screen.findByRole('option', { name: /^Builds of/, hidden: true });
    await userEvent.type(field, 'run a workflow');
    expect(selected()).toHaveTextContent('Run a workflow of Web shop…');
  });

  it('opens on a page whose address cannot be decoded', async () => {
    const path = '/catalog/default/component/50%';
    await openPalette({ hasBuilds: true, path });
    expect(selected()).toHaveTextContent('Catalog');
    expect(catalogApi.getEntityByRef).not.toHaveBeenCalled();
  });

  it('has none of them in an app without the tab of builds', async () => {
    await openPalette({ path: '/catalog/default/component/shop' });
    expect(catalogApi.getEntityByRef).not.toHaveBeenCalled();
    expect(
      screen.queryByRole('option', { name: /pull requests/, hidden: true }),
    ).toBeNull();
  });

  it('offers the search page for what it does not find', async () => {
    searchApi.query.mockResolvedValueOnce({ results: [] } as any);
    await userEvent.type(await openPalette(), 'zz');
    expect(selected()).toHaveTextContent('Search everything for “zz”');
    await userEvent.keyboard('{Enter}');
    expect(screen.getByTestId('where')).toHaveTextContent('/search');
  });

  it.each([
    ['connections', '/connections'],
    ['who serves', '/connections/serve'],
  ])(
    'finds the page for those who run the portal by "%s"',
    async (words, path) => {
      searchApi.query.mockResolvedValueOnce({ results: [] } as any);
      await userEvent.type(await openPalette(), words);
      await userEvent.keyboard('{Enter}');
      expect(screen.getByTestId('where').textContent).toBe(path);
    },
  );
});
