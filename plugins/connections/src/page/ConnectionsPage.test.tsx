import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { overviewFixture } from '../../dev/overviewFixture';
import { findPanel } from '../__testUtils__/findPanel';
import {
  answered,
  renderConnections,
} from '../__testUtils__/renderConnections';

describe('ConnectionsPage', () => {
  it('shows what fails before what warns, with the cause, the remedy and where to go', async () => {
    renderConnections();
    const attention = await findPanel('What needs attention');
    const rows = attention.getAllByRole('listitem');
    expect(rows).toHaveLength(2);
    expect(rows[0]).toHaveTextContent('Fails');
    expect(rows[0]).toHaveTextContent(
      'The last delivery was answered with 502.',
    );
    expect(rows[0]).toHaveTextContent(
      'Let GitHub reach https://portal.acme.example',
    );
    expect(rows[1]).toHaveTextContent('Warning');
    expect(attention.getByRole('link', { name: /Deliveries/ })).toHaveAttribute(
      'href',
      expect.stringContaining('/settings/apps/callboard/advanced'),
    );
    expect(attention.getByRole('link', { name: /Deliveries/ })).toHaveAttribute(
      'rel',
      expect.stringContaining('noopener'),
    );
    expect(screen.getByTestId('status')).toHaveTextContent(
      '1 thing to mend, 1 to look at',
    );
    expect(screen.getByText('20 seconds ago')).toBeVisible();
  });

  it('says that all is well when it is', async () => {
    renderConnections({
      overview: () => {
        const { checks } = overviewFixture();
        return overviewFixture({
          change: {
            status: 'pass',
            checks: checks.filter(({ status }) => status === 'pass'),
          },
        });
      },
    });
    const attention = await findPanel('What needs attention');
    expect(attention.getByText('Nothing needs attention')).toBeVisible();
    expect(attention.getByRole('link', { name: '3 tests pass' })).toBeVisible();
    expect(screen.getByTestId('status')).toHaveTextContent('All is well');
  });

  it('says what is configured without effect, and what else the portal is connected to', async () => {
    renderConnections();
    const ignored = await findPanel('Configuration without effect');
    expect(ignored.getByRole('listitem')).toHaveTextContent(
      'integrations.github[1] (github.com) has no effect: connections.github names the same host, and wins.',
    );
    const systems = await findPanel('Other systems');
    const gitlab = systems.getByRole('row', { name: /GitLab/ });
    expect(gitlab).toHaveTextContent('The token expires in 9 days');
    expect(gitlab).toHaveTextContent('personal access token');
    expect(gitlab).toHaveTextContent('81 ms');
  });

  it('explains what an App is for where no GitHub is connected', async () => {
    const { getByTestId } = renderConnections({
      overview: () => overviewFixture({ change: { hosts: [], checks: [] } }),
    });
    expect(await screen.findByText('No GitHub is connected')).toBeVisible();
    expect(screen.getByText('Not tested yet')).toBeVisible();
    await userEvent.click(
      screen.getByRole('link', { name: 'Create a GitHub App' }),
    );
    expect(getByTestId('where')).toHaveTextContent('/connections/new-app');
  });

  it.each([
    [403, /for those who run the portal/, 'CALLBOARD_ADMINS'],
    [401, /Could not read/, 'Your sign-in has ended'],
    [404, /Could not read/, '@callboard/plugin-connections-backend'],
    [500, /Could not read/, 'The database is gone'],
  ])('says what to do about an answer of %d', async (status, title, words) => {
    const error = await answered(status, 'The database is gone');
    renderConnections({
      overview: async () => {
        throw error;
      },
    });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(title);
    expect(alert).not.toHaveTextContent('administrator');
    expect(alert).toHaveTextContent(words);
    expect(
      within(alert).getByRole('button', { name: 'Try again' }),
    ).toBeVisible();
  });

  it('tries again when it is told to', async () => {
    let fails = true;
    renderConnections({
      overview: async () => {
        if (fails) throw new Error('The portal restarts');
        return overviewFixture();
      },
    });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The portal restarts');
    fails = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await findPanel('What needs attention');
  });

  it('keeps what it shows when it cannot be renewed', async () => {
    let fails = false;
    renderConnections({
      overview: async () => {
        if (fails) throw new Error('The portal restarts');
        return overviewFixture();
      },
      api: { runChecks: async () => {} },
    });
    await findPanel('What needs attention');
    fails = true;
    await userEvent.click(
      screen.getByRole('button', { name: 'Run all tests' }),
    );
    expect(await screen.findByText(/may be out of date/)).toHaveTextContent(
      'The portal restarts',
    );
    expect(
      screen.getByRole('region', { name: 'What needs attention' }),
    ).toBeVisible();
  });

  it('runs all tests once and shows what they found', async () => {
    let overview = overviewFixture();
    let finish: () => void = () => {};
    const runChecks = jest.fn(
      () => new Promise<void>(resolve => (finish = resolve)),
    );
    renderConnections({ overview: () => overview, api: { runChecks } });
    await findPanel('What needs attention');
    const button = screen.getByRole('button', { name: /Run all tests/ });
    await userEvent.click(button);
    await userEvent.click(button);
    expect(screen.getByText('Testing…')).toBeVisible();
    overview = overviewFixture({ change: { checks: [], status: 'pass' } });
    finish();
    await waitFor(() =>
      expect(screen.getByTestId('status')).toHaveTextContent(
        'Nothing tested yet',
      ),
    );
    expect(runChecks).toHaveBeenCalledTimes(1);
  });

  it('has those who may only look run the tests without effects', async () => {
    const { api } = renderConnections({
      overview: () => overviewFixture({ change: { mayManage: false } }),
    });
    await findPanel('What needs attention');
    await userEvent.click(
      screen.getByRole('button', { name: 'Run all tests' }),
    );
    await waitFor(() =>
      expect(api.overview).toHaveBeenCalledWith({ fresh: true }),
    );
    expect(api.runChecks).not.toHaveBeenCalled();
    expect(
      screen.queryByRole('button', { name: 'Rotate' }),
    ).not.toBeInTheDocument();
  });

  it('folds what passes by group', async () => {
    renderConnections({ path: '/connections/checks' });
    const passes = await findPanel('What passes');
    const group = passes.getByRole('button', { name: 'Sign-in 2 tests' });
    expect(group).toHaveAttribute('aria-expanded', 'false');
    expect(passes.queryByText(/callback-url/)).not.toBeInTheDocument();
    group.focus();
    await userEvent.keyboard('{Enter}');
    expect(group).toHaveAttribute('aria-expanded', 'true');
    expect(passes.getByText('The test callback-url passes')).toBeVisible();
  });

  it('knows no other parts than its own', async () => {
    const { api } = renderConnections({ path: '/connections/nosuch' });
    expect(await screen.findByText(/not found|no such page/i)).toBeVisible();
    expect(screen.queryByTestId('status')).not.toBeInTheDocument();
    expect(api.overview).not.toHaveBeenCalled();
  });
});
