import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { mineFixture } from '../../dev/activityFixture';
import { activityApiRef, type ActivityApi } from '../activity/api/ActivityApi';
import { MineContent } from './MineContent';

async function show(mine: ActivityApi['mine']) {
  await renderInTestApp(<MineContent />, {
    apis: [[activityApiRef, { mine } as ActivityApi]],
  });
}

describe('MineContent', () => {
  it('lists reviews that wait, my pull requests and what is red', async () => {
    await show(async () => mineFixture());
    expect(
      await screen.findByRole('list', { name: 'Waiting for my review' }),
    ).toHaveTextContent('Look at me');
    expect(
      screen.getByRole('list', { name: 'My pull requests' }),
    ).toHaveTextContent('Mine');
    expect(screen.getByRole('list', { name: 'Failing' })).toHaveTextContent(
      'test',
    );
  });

  it('shows the rest of very many on request', async () => {
    const [one] = mineFixture().own;
    const own = Array.from({ length: 50 }, (_, index) => ({
      ...one,
      url: `${one.url}${index}`,
    }));
    await show(async () => mineFixture({ own }));
    const list = await screen.findByRole('list', { name: 'My pull requests' });
    expect(list.children).toHaveLength(6);
    await userEvent.click(screen.getByRole('button', { name: 'Show 44 more' }));
    expect(list.children).toHaveLength(50);
  });

  it('says that nothing waits, and what is missing to know', async () => {
    await show(async () =>
      mineFixture({ login: undefined, waiting: [], own: [], failing: [] }),
    );
    expect(await screen.findByText('Nothing waits for you')).toBeVisible();
    expect(screen.getByText(/github.com\/user-login/)).toBeVisible();
  });
});
