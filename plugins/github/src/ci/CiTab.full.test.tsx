import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { lackFixture } from '../../dev/activityFixture';
import {
  answered,
  detailFixture,
  jobFixture,
  repositoryFixture,
  runBriefFixture,
  workflowFixture,
} from '../../dev/buildsFixture';
import { answered as refusal } from '../__testUtils__/renderImport';
import { renderActivity } from '../__testUtils__/renderActivity';
import type { ActivityApi } from '../activity/api/ActivityApi';
import { entityCiContent } from './entityCiContent';

const AT = '2026-11-26T09:00:00.0000000Z';
const log = [
  '##[group]Run npm ci',
  'added 312 packages',
  '##[endgroup]',
  '\u001b[32m✓\u001b[0m sells one <b>by one</b>',
  '##[error]sells by the dozen',
]
  .map(line => `${AT} ${line}`)
  .join('\n');

const red = jobFixture({ id: 9, name: 'test', conclusion: 'failure' });
const detail = detailFixture({
  run: { conclusion: 'failure' },
  jobs: [jobFixture({ id: 8, name: 'lint' }), red],
});

const repositoryOf = (change: Parameters<typeof repositoryFixture>[0]) => ({
  repository: async () => ({
    state: 'found' as const,
    repository: repositoryFixture(change),
  }),
});

function open(options: { search?: string; api?: Partial<ActivityApi> } = {}) {
  const runs = jest.fn(async () =>
    answered({
      runs: [
        runBriefFixture({ id: 813, conclusion: 'failure', title: 'Break it' }),
        runBriefFixture(),
      ],
      total: 61,
    }),
  );
  const api = {
    workflows: async () => answered([workflowFixture()]),
    runs,
    run: jest.fn(async () => answered(detail)),
    log: async () => ({ state: 'text' as const, text: log }),
    ...options.api,
  };
  renderActivity({
    extensions: [entityCiContent],
    search: options.search,
    api,
  });
  return api;
}

const where = () => screen.getByTestId('where').textContent;

describe('CiTab', () => {
  it('lists workflows and runs, narrows them, and says how old that is', async () => {
    const { runs } = open();
    const row = await screen.findByRole('button', { name: /Break it/ });
    expect(row).toHaveTextContent('Failed');
    expect(screen.getByText(/61/)).toBeVisible();
    expect(screen.getByText(/by App Callboard/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: /^.*CI$/ }));
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Branch' }),
      'main',
    );
    await waitFor(() => expect(where()).toBe('/?workflow=7&branch=main'));
    await userEvent.click(await screen.findByRole('button', { name: 'Older' }));
    await waitFor(() =>
      expect(runs).toHaveBeenLastCalledWith(
        expect.objectContaining({
          query: { workflow: 7, branch: 'main', page: 2 },
        }),
      ),
    );
  });

  it('opens a run at what failed: steps, and the log at its error', async () => {
    open();
    await userEvent.click(
      await screen.findByRole('button', { name: /Break it/ }),
    );
    const text = await screen.findByRole('region', { name: 'Lines of test' });
    expect(where()).toBe('/?run=813');
    expect(within(text).getByText('sells by the dozen')).toBeVisible();
    // Markup in a log is text.
    expect(text).toHaveTextContent('✓ sells one <b>by one</b>');
    expect(text.querySelector('b')).toBeNull();
    expect(screen.getByText('npm test')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: /lint/ }));
    expect(
      await screen.findByRole('region', { name: 'Lines of lint' }),
    ).toBeVisible();
    expect(where()).toBe('/?run=813&job=8');
    await userEvent.click(screen.getByRole('button', { name: 'All runs' }));
    await screen.findByRole('button', { name: /Break it/ });
    expect(where()).toBe('/');
  });

  it('opens at the line that the address names, and puts another into it', async () => {
    open({ search: '?run=812&job=9&line=2' });
    const text = await screen.findByRole('region', { name: 'Lines of test' });
    // It lies in a fold, which is thus open.
    expect(await within(text).findByText('added 312 packages')).toBeVisible();
    await userEvent.click(within(text).getByRole('button', { name: 'Line 4' }));
    expect(where()).toBe('/?run=812&job=9&line=4');
  });

  it('runs failed jobs again after saying where', async () => {
    const rerun = jest.fn(async () => ({}));
    const { run } = open({ search: '?run=812', api: { rerun } });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Re-run failed jobs' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('acme/shop');
    expect(dialog).toHaveTextContent('main');
    expect(rerun).not.toHaveBeenCalled();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Re-run failed jobs' }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(rerun).toHaveBeenCalledWith({
      entityRef: 'component:default/shop',
      run: 812,
      jobs: 'failed',
    });
    await waitFor(() => expect(run).not.toHaveBeenCalledTimes(1));
  });

  it('leaves the question open with the cause where GitHub refuses', async () => {
    const cancel = async () => {
      throw await refusal(409, 'This run has ended already.');
    };
    open({
      search: '?run=812',
      api: {
        cancel,
        run: async () =>
          answered(
            detailFixture({
              run: {
                status: 'in_progress',
                conclusion: null,
                startedAt: new Date().toISOString(),
              },
            }),
          ),
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Cancel the run' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Cancel the run' }),
    );
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'This run has ended already.',
    );
  });

  it('says who may act, and who may read logs, to those who may not', async () => {
    open({
      search: '?run=812',
      api: repositoryOf({
        may: {
          run: false,
          whyNotRun: 'Owners of shop may: group:default/checkout.',
          alerts: false,
          logs: false,
          whyNotLogs: 'Logs of another’s private repository.',
        },
      }),
    });
    expect(
      await screen.findByRole('button', { name: 'Re-run all jobs' }),
    ).toBeDisabled();
    expect(
      screen.getByText('Owners of shop may: group:default/checkout.'),
    ).toBeVisible();
    expect(
      await screen.findByText('Logs of another’s private repository.'),
    ).toBeVisible();
  });

  it('names the permission that is missing, and where it is granted', async () => {
    const lack = {
      ...lackFixture,
      permission: 'actions',
      title: 'Actions',
      words: 'App Callboard has no permission “Actions: read” in acme.',
    };
    const refused = { state: 'refused' as const, reason: lack.words, lack };
    open({
      api: { workflows: async () => refused, runs: async () => refused },
    });
    const [link] = await screen.findAllByRole('link', {
      name: /Permissions of the App/,
    });
    expect(link).toHaveAttribute('href', lack.link);
    expect(screen.getAllByText(/“Actions: read” is missing/)[0]).toBeVisible();
    expect(screen.getAllByText(/an owner of acme/)[0]).toBeVisible();
  });

  it('says since when what it shows may be wrong, and why', async () => {
    open({
      api: {
        runs: async () =>
          answered(
            { runs: [runBriefFixture()], total: 1 },
            {
              outdated: {
                since: '2026-11-26T10:00:00.000Z',
                reason: 'GitHub’s limit is used up.',
                until: new Date(Date.now() + 25 * 60_000 + 5_000).toISOString(),
              },
            },
          ),
      },
    });
    expect(
      await screen.findByText(/GitHub’s limit is used up/),
    ).toHaveTextContent('in 25 minutes');
  });

  it('says why a descriptor speaks for no repository', async () => {
    open({
      api: {
        repository: async () => ({
          state: 'refused',
          reason: 'foreign',
          words: 'This descriptor lies in another repository.',
          remedy: 'Describe it in acme/shop.',
        }),
      },
    });
    expect(
      await screen.findByText('This descriptor lies in another repository.'),
    ).toBeVisible();
    expect(screen.getByText('Describe it in acme/shop.')).toBeVisible();
  });

  it('offers to try again what failed', async () => {
    let isDown = true;
    open({
      api: {
        runs: async () => {
          if (isDown) throw await refusal(503, 'The portal is busy.');
          return answered({ runs: [], total: 0 });
        },
      },
    });
    expect(await screen.findByText('The portal is busy.')).toBeVisible();
    isDown = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Nothing has run yet')).toBeVisible();
  });
});
