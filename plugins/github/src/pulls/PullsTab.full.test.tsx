import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { lackFixture } from '../../dev/activityFixture';
import { answered } from '../../dev/buildsFixture';
import { pullFixture } from '../../dev/pullsFixture';
import { renderActivity } from '../__testUtils__/renderActivity';
import { entityPullsContent } from './entityPullsContent';

describe('PullsTab', () => {
  it('shows what is open, mine, or waits, with checks, size and reviewers', async () => {
    const pulls = [
      pullFixture({ number: 1, title: 'Sell by the dozen' }),
      pullFixture({
        number: 2,
        title: 'Count the change',
        author: 'omar',
        checks: { state: 'failure', failing: ['test'], total: 2 },
        reviewers: [{ login: 'lena-fischer', state: 'requested' }],
        mergeable: 'conflicting',
      }),
    ];
    renderActivity({
      extensions: [entityPullsContent],
      api: { pulls: async () => answered({ pulls, total: 2 }) },
    });
    const link = await screen.findByRole('link', { name: /Count the change/ });
    expect(link).toHaveAttribute('href', 'https://github.com/acme/shop/pull/2');
    expect(link).toHaveAttribute('rel', 'noopener noreferrer');
    const row = within(link.closest('tr')!);
    expect(row.getByText('Fails: test')).toBeInTheDocument();
    expect(row.getByText('your review')).toBeVisible();
    expect(row.getByText('conflicts')).toBeVisible();
    expect(row.getByText('lena-fischer')).toBeVisible();
    expect(row.getByText('M')).toBeVisible();

    const shown = () =>
      screen
        .getAllByRole('row')
        .slice(1)
        .map(({ textContent }) => textContent);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Mine 1' }),
    );
    expect(shown()).toEqual([expect.stringContaining('Sell by the dozen')]);
    await userEvent.click(
      screen.getByRole('button', { name: 'Waiting for review 1' }),
    );
    expect(shown()).toEqual([expect.stringContaining('Count the change')]);
    await waitFor(() =>
      expect(screen.getByTestId('where')).toHaveTextContent('/?view=waiting'),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Drafts 0' }));
    expect(screen.getByText('No pull request is like this')).toBeVisible();
  });

  it('shows thirty of a hundred, and the rest on request', async () => {
    const pulls = Array.from({ length: 100 }, (_, index) =>
      pullFixture({ number: index + 1 }),
    );
    renderActivity({
      extensions: [entityPullsContent],
      api: { pulls: async () => answered({ pulls, total: 500 }) },
    });
    expect(
      await screen.findByRole('button', { name: 'Show 70 more' }),
    ).toBeVisible();
    expect(screen.getAllByRole('row')).toHaveLength(31);
    expect(screen.getByText(/The 100 that changed last, of 500/)).toBeVisible();
  });

  it('shows what it is told, and names what is missing for the rest', async () => {
    const checks = {
      ...lackFixture,
      permission: 'checks',
      title: 'Checks',
      words: 'App Callboard has no permission “Checks: read” in acme.',
    };
    renderActivity({
      extensions: [entityPullsContent],
      api: {
        pulls: async () =>
          answered(
            { pulls: [pullFixture({ checks: undefined })], total: 140 },
            { lacks: [checks] },
          ),
      },
    });
    const missing = await screen.findByRole('list', {
      name: 'What is missing',
    });
    expect(missing).toHaveTextContent(checks.words);
    expect(within(missing).getByRole('link')).toHaveAttribute(
      'href',
      checks.link,
    );
    expect(screen.getByText('Checks are not known')).toBeInTheDocument();
    expect(screen.getByText(/that changed last, of 140/)).toBeVisible();
  });
});
