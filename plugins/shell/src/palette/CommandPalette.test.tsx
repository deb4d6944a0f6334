import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { searchApiRef } from '@backstage/plugin-search-react';
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
  return <div data-testid="where">{useLocation().pathname}</div>;
}

async function openPalette() {
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [searchApiRef, searchApi as any],
        [catalogApiRef, { queryEntities: jest.fn() } as any],
      ]}
    >
      <PaletteHost entries={entries} links={[]}>
        <Where />
      </PaletteHost>
    </TestApiProvider>,
  );
  await userEvent.keyboard('{Control>}k{/Control}');
  return screen.findByRole('combobox', { hidden: true });
}

const selected = () =>
  screen.getByRole('option', { selected: true, hidden: true });

describe('CommandPalette', () => {
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
