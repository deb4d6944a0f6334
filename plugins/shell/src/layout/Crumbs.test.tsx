import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Link } from 'react-router-dom';
import { Crumbs } from './Crumbs';
import type { RailEntries } from './railEntries';

const page = (title: string, href: string) => ({
  id: href,
  title,
  href,
  icon: null,
});
const entries: RailEntries = {
  main: [page('Catalog', '/catalog'), page('Docs', '/docs')],
  plugins: [],
  foot: [],
  elsewhere: [],
};

describe('Crumbs', () => {
  it('names the page in the title, and replaces what another page left there', async () => {
    await renderInTestApp(
      <>
        <Crumbs entries={entries} portal="Copperbell" />
        <Link to="/docs">Go</Link>
        <Link to="/nowhere">Leave</Link>
      </>,
      { initialRouteEntries: ['/catalog/default/component/box-office'] },
    );
    expect(document.title).toBe('box-office · Copperbell');

    document.title = 'Left behind';
    await userEvent.click(screen.getByText('Go'));
    expect(document.title).toBe('Docs · Copperbell');

    await userEvent.click(screen.getByText('Leave'));
    expect(document.title).toBe('Copperbell');
  });
});
