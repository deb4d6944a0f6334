import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { HomeSearch } from './HomeSearch';
import { OPEN_PALETTE_EVENT } from './openPalette';

function Found() {
  const { pathname, search } = useLocation();
  return <p>{`at ${pathname}${search}`}</p>;
}

function renderSearch() {
  return renderTestApp({
    features: [
      createFrontendPlugin({
        pluginId: 'search',
        extensions: [
          PageBlueprint.make({
            params: { path: '/find', loader: async () => <Found /> },
          }),
        ],
      }),
      createFrontendPlugin({
        pluginId: 'start',
        extensions: [
          PageBlueprint.make({
            params: { path: '/', loader: async () => <HomeSearch /> },
          }),
        ],
      }),
    ],
  });
}

describe('HomeSearch', () => {
  it('goes to the search page, wherever that is, without a palette', async () => {
    renderSearch();
    const field = await screen.findByRole('searchbox');
    await userEvent.type(field, 'pay & go{Enter}');
    expect(
      await screen.findByText('at /find?query=pay%20%26%20go'),
    ).toBeInTheDocument();
  });

  it('leaves it to the palette of the shell', async () => {
    const asked: unknown[] = [];
    const listener = (event: Event) => {
      event.preventDefault();
      asked.push((event as CustomEvent).detail);
    };
    window.addEventListener(OPEN_PALETTE_EVENT, listener);
    try {
      renderSearch();
      const field = await screen.findByRole('searchbox');
      expect(fireEvent.mouseDown(field)).toBe(false);
      expect(fireEvent.keyDown(field, { key: 'p' })).toBe(false);
      // Shortcuts and moving on are not for the palette.
      fireEvent.keyDown(field, { key: 'k', ctrlKey: true });
      fireEvent.keyDown(field, { key: 'Tab' });
      expect(asked).toEqual([{ query: '' }, { query: 'p' }]);
    } finally {
      window.removeEventListener(OPEN_PALETTE_EVENT, listener);
    }
  });
});
