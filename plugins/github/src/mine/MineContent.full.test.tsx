import { screen } from '@testing-library/react';
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

  it('says that nothing waits, and what is missing to know', async () => {
    await show(async () =>
      mineFixture({ login: undefined, waiting: [], own: [], failing: [] }),
    );
    expect(await screen.findByText('Nothing waits for you')).toBeVisible();
    expect(screen.getByText(/github.com\/user-login/)).toBeVisible();
  });
});
