import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ImportRun } from '@callboard/plugin-github-common';
import { itemFixture, runFixture } from '../../dev/runFixture';
import { answered, renderImport } from '../__testUtils__/renderImport';

const ACME = { host: 'github.com', organisation: 'acme' } as never;
const openRun = (run: () => ImportRun, api = {}) =>
  renderImport({
    path: '/github/import?run=run-1',
    api: { importRun: jest.fn(async () => run()), ...api },
  });
const rows = () =>
  within(screen.getByRole('region', { name: 'Repositories' }))
    .getAllByRole('listitem')
    .map(row => row.textContent);

describe('where it begins', () => {
  it('plans a mirrored organisation and opens the plan', async () => {
    const plan = jest.fn(async () => runFixture({ status: 'planning' }));
    const { api } = renderImport({
      api: {
        organisations: async () => [ACME],
        plan,
        importRun: async () => runFixture(),
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Make a plan' }),
    );
    expect(await screen.findByTestId('status')).toHaveTextContent('Planned');
    expect(api.plan).toHaveBeenCalledWith(ACME);
    expect(screen.getByTestId('where')).toHaveTextContent('?run=run-1');
  });

  it('takes another name where none is mirrored, and says why it was not taken', async () => {
    const error = await answered(400, 'There are several GitHubs.');
    const plan = jest.fn(async (): Promise<never> => {
      throw error;
    });
    renderImport({ api: { plan } });
    const button = await screen.findByRole('button', { name: 'Make a plan' });
    expect(button).toBeDisabled();
    expect(screen.getByText('None yet')).toBeVisible();
    await userEvent.type(
      screen.getByLabelText(/^Name of the organisation/),
      ' umbrella {Enter}',
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'There are several GitHubs.',
    );
    expect(plan).toHaveBeenCalledWith({ organisation: 'umbrella' });
  });

  it('lists what was planned and imported before', async () => {
    renderImport({
      api: {
        imports: async () => [
          runFixture({ items: [] }),
          runFixture({
            ...{ id: 'run-2', items: [], mode: 'register', status: 'paused' },
            ...{ done: 3, total: 7 },
          }),
        ],
        importRun: async () => runFixture(),
      },
    });
    const list = await screen.findByRole('region', {
      name: 'Earlier plans and imports',
    });
    await waitFor(() =>
      expect(within(list).getAllByRole('listitem')).toHaveLength(2),
    );
    expect(list).toHaveTextContent('Paused, 3 of 7');
    await userEvent.click(
      within(list).getAllByRole('button', { name: /^Open the plan/ })[1],
    );
    expect(screen.getByTestId('where')).toHaveTextContent('?run=run-2');
  });

  it.each([
    [403, 'for those who run the portal', 'connections.manage'],
    [401, 'Could not read', 'Your sign-in has ended'],
    [404, 'Could not read', '@callboard/plugin-github-backend'],
    [500, 'Could not read', 'The database is gone'],
  ])('says what to do about an answer of %d', async (status, title, words) => {
    const error = await answered(status, 'The database is gone');
    let fails = true;
    renderImport({
      api: {
        imports: async () => {
          if (fails) throw error;
          return [];
        },
      },
    });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(title);
    expect(alert).toHaveTextContent(words);
    fails = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('None yet')).toBeVisible();
  });
});

describe('a plan', () => {
  it('shows first what can be made, and the rest by what it is or its name', async () => {
    openRun(runFixture);
    await screen.findByTestId('status');
    expect(rows()).toEqual([
      expect.stringContaining('acme/billing'),
      expect.stringContaining('acme/checkout'),
    ]);
    await userEvent.click(
      screen.getByRole('button', { name: /Descriptor not valid 1/ }),
    );
    expect(rows()).toEqual([expect.stringContaining('acme/broken')]);
    await userEvent.click(screen.getByRole('button', { name: /^All 5/ }));
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Filter by name' }),
      'att',
    );
    expect(rows()).toEqual([expect.stringContaining('acme/attic')]);
    await userEvent.type(screen.getByRole('searchbox'), 'xyz');
    expect(screen.getByText('No repository is like this')).toBeVisible();
  });

  it('shows by the keyboard what would be made, and what is missing', async () => {
    openRun(runFixture);
    const row = await screen.findByRole('button', { name: /acme\/billing/ });
    row.focus();
    await userEvent.keyboard('{Enter}');
    expect(row).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getByText('it has no description')).toBeVisible();
    expect(
      screen.getByRole('region', { name: 'Descriptor of acme/billing' }),
    ).toHaveTextContent('name: billing');
  });

  it('registers what is chosen, after asking once more', async () => {
    let run = runFixture();
    const apply = jest.fn(async () => {
      run = runFixture({
        ...{ status: 'running', mode: 'register', done: 0, total: 1 },
      });
      return run;
    });
    openRun(() => run, { apply });
    const box = await screen.findByRole('checkbox', {
      name: 'Choose acme/checkout',
    });
    expect(box).toBeChecked();
    await userEvent.click(box);
    expect(screen.getByText('1 of 2 chosen')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Register 1 repository' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('acme/billing');
    expect(apply).not.toHaveBeenCalled();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Register' }),
    );
    await waitFor(() =>
      expect(screen.getByTestId('status')).toHaveTextContent(
        'Registering0 of 1',
      ),
    );
    expect(apply).toHaveBeenCalledWith({
      ...{ id: 'run-1', mode: 'register', repositories: ['acme/billing'] },
    });
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
  });

  it('opens pull requests where that is chosen, and says why it could not', async () => {
    const error = await answered(409, 'An import of acme is under way.');
    const apply = jest.fn(async () => {
      throw error;
    });
    openRun(runFixture, { apply });
    await userEvent.click(
      await screen.findByRole('radio', { name: 'Open pull requests' }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Choose none of these' }),
    );
    expect(
      screen.getByRole('button', { name: 'Propose to 0 repositories' }),
    ).toBeDisabled();
    await userEvent.click(
      screen.getByRole('button', { name: 'Choose all of these' }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Propose to 2 repositories' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Open pull requests' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'An import of acme is under way.',
    );
    expect(apply).toHaveBeenCalledWith({
      ...{ id: 'run-1', mode: 'pull-request' },
      repositories: ['acme/billing', 'acme/checkout'],
    });
  });
});

describe('a run', () => {
  it('says what it waits for, and can be paused and go on', async () => {
    let run = runFixture({
      ...{ status: 'paused', mode: 'pull-request', done: 1, total: 2 },
      pausedUntil: '2026-11-26T11:00:00.000Z',
      statusReason: 'GitHub allows 80 changes a minute and 500 an hour.',
    });
    const pause = jest.fn(async () => {
      run = {
        ...run,
        pausedUntil: undefined,
        statusReason: 'Paused by olivia',
      };
      return run;
    });
    const apply = jest.fn(async () => {
      run = { ...run, status: 'running', statusReason: undefined };
      return run;
    });
    openRun(() => run, { pause, apply });
    expect(await screen.findByTestId('status')).toHaveTextContent(
      'Waiting1 of 2',
    );
    expect(screen.getByText(/80 changes a minute/)).toBeVisible();
    expect(screen.getByRole('progressbar')).toHaveAttribute('value', '1');
    await userEvent.click(screen.getByRole('button', { name: 'Pause' }));
    expect(await screen.findByText('Paused by olivia')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Go on' }));
    await waitFor(() =>
      expect(screen.getByTestId('status')).toHaveTextContent(
        'Opening pull requests',
      ),
    );
    expect(apply).toHaveBeenCalledWith({ id: 'run-1', mode: 'pull-request' });
  });

  it('reports what became of each repository', async () => {
    openRun(() =>
      runFixture({
        ...{ status: 'done', mode: 'pull-request', done: 2, total: 2 },
        items: [
          itemFixture('billing', {
            outcome: {
              ...{ status: 'pull-request', at: '2026-11-26T10:00:00Z' },
              url: 'https://github.com/acme/billing/pull/1',
            },
          }),
          itemFixture('checkout', {
            outcome: {
              ...{ status: 'failed', at: '2026-11-26T10:00:00Z' },
              error: 'Resource not accessible by integration',
            },
          }),
        ],
      }),
    );
    expect(await screen.findByTestId('outcomes')).toHaveTextContent(
      '1 repository with a pull request, 1 repository failed',
    );
    for (const name of [/acme\/billing/, /acme\/checkout/]) {
      await userEvent.click(screen.getByRole('button', { name }));
    }
    expect(screen.getByRole('link', { name: /pull request/ })).toHaveAttribute(
      ...(['href', 'https://github.com/acme/billing/pull/1'] as const),
    );
    expect(
      screen.getByText('Resource not accessible by integration'),
    ).toBeVisible();
    // What failed can be tried again.
    expect(screen.getAllByRole('checkbox')).toHaveLength(1);
  });

  it('shows how far GitHub has been read while there is no plan yet', async () => {
    openRun(() =>
      runFixture({ status: 'planning', done: 100, total: 147, items: [] }),
    );
    expect(await screen.findByTestId('status')).toHaveTextContent(
      'Reading GitHub100 of 147 repositories read',
    );
    expect(
      screen.queryByRole('region', { name: 'Repositories' }),
    ).not.toBeInTheDocument();
  });
});
