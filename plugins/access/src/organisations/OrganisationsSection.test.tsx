import { ResponseError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  ago,
  aSource,
  aSync,
  change,
  renderOrganisations,
} from './__testUtils__/renderOrganisations';

const answered = (status: number, message: string) =>
  ResponseError.fromResponse(
    new Response(JSON.stringify({ error: { name: 'Error', message } }), {
      status,
      headers: { 'content-type': 'application/json' },
    }) as never,
  );

const row = (name: RegExp) => screen.findByRole('button', { name });

describe('the tab of organisation data', () => {
  it('says how users and groups come in where no source is configured', async () => {
    renderOrganisations();
    expect(
      await screen.findByText('No source of users and groups is configured'),
    ).toBeVisible();
    expect(screen.getByText('azure-auth')).toBeVisible();
  });

  it('shows a source on one line, and all of it below', async () => {
    const lastChange = aSync({
      id: 'sync-0',
      startedAt: ago(60),
      endedAt: ago(60),
      added: { count: 51, users: 51, names: ['user:default/grace'] },
      removed: change('user:default/alan'),
    });
    renderOrganisations({
      answer: { sources: [aSource({ lastChange })] },
    });
    const summary = await row(/^Well/);
    expect(summary).toHaveTextContent('1,204 users, 31 groups');
    expect(summary).toHaveTextContent('Read 4 minutes ago');
    expect(summary).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(summary);
    expect(screen.getByText('catalog.providers.ldapOrg.default')).toBeVisible();
    expect(screen.getByText('every hour')).toBeVisible();
    expect(screen.getByText('Added 51')).toBeVisible();
    const added = screen.getByRole('list', { name: 'Added' });
    expect(added).toHaveTextContent('user:default/graceand 50 more');
    expect(screen.getByRole('list', { name: 'Removed' })).toHaveTextContent(
      'user:default/alan',
    );
    expect(screen.queryByText(/^Changed \d/)).toBeNull();
    const table = screen.getByRole('table', { name: 'The last syncs' });
    expect(within(table).getAllByRole('row')).toHaveLength(2);
  });

  it('opens a source with troubles by itself, and says what to do', async () => {
    const failed = aSync({
      outcome: 'failed',
      error: 'invalid credentials',
      endedAt: ago(2),
    });
    renderOrganisations({
      answer: {
        sources: [
          aSource({
            lastSync: failed,
            syncs: [failed],
            troubles: [
              {
                kind: 'failed',
                severity: 'fail',
                cause: 'It could not be read: invalid credentials.',
                remedy: 'Look at its credential.',
              },
            ],
          }),
        ],
      },
    });
    const summary = await row(/^Fails/);
    expect(summary).toHaveTextContent('Failed 2 minutes ago');
    expect(
      screen.getByText(/It could not be read: invalid credentials/),
    ).toBeVisible();
    expect(screen.getByText('Look at its credential.')).toBeVisible();
    expect(screen.getByTitle('invalid credentials')).toHaveTextContent(
      'Failed',
    );
  });

  it('names those who are left out, and why', async () => {
    const lastSync = aSync({
      conflicts: change('user:default/mel'),
      notices: [{ level: 'info', message: 'Skipped user: bot' }],
    });
    renderOrganisations({
      answer: {
        sources: [
          aSource({
            lastSync,
            syncs: [lastSync],
            invalid: [{ entityRef: 'user:default/x y', message: 'bad name' }],
            invalidCount: 1,
          }),
        ],
      },
    });
    await userEvent.click(await row(/^Well/));
    expect(screen.getByRole('list', { name: 'Not valid' })).toHaveTextContent(
      'user:default/x y bad name',
    );
    expect(
      screen.getByRole('list', { name: 'Name is taken' }),
    ).toHaveTextContent('user:default/mel');
    expect(screen.getByText('Skipped user: bot')).toBeVisible();
  });

  it('leads to the mirror of GitHub for what it knows', async () => {
    renderOrganisations({
      answer: {
        sources: [
          aSource({
            kind: 'github',
            organisations: [
              {
                host: 'github.com',
                organisation: 'acme',
                lastReadAt: ago(5),
              },
            ],
          }),
        ],
      },
    });
    await userEvent.click(await row(/^Well/));
    expect(screen.getByText('acme').nextSibling).toHaveTextContent(
      'read 5 minutes ago',
    );
    expect(
      screen.getByRole('link', { name: 'Catalog from GitHub' }),
    ).toHaveAttribute('href', '/connections#catalog-from-github');
  });

  it('has a source read, and asks again what comes of it', async () => {
    const { api } = renderOrganisations({ answer: { sources: [aSource()] } });
    await userEvent.click(await row(/^Sync now/));
    expect(api.sync).toHaveBeenCalledWith({
      id: 'LdapOrgEntityProvider:default',
    });
    await waitFor(() => expect(api.read).toHaveBeenCalledTimes(2));
  });

  it('says why a source cannot be read now', async () => {
    renderOrganisations({
      answer: { sources: [aSource()] },
      api: {
        sync: async () => {
          throw await answered(409, 'It is being read already.');
        },
      },
    });
    await userEvent.click(await row(/^Sync now/));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'It is being read already.',
    );
  });

  it('shows what is under way, and offers nothing to those who only look', async () => {
    renderOrganisations({
      answer: {
        mayManage: false,
        sources: [
          aSource({
            schedule: { everyMs: 600_000, runningSince: ago(0) },
          }),
          aSource({
            id: 'custom',
            title: 'custom',
            configKey: undefined,
            lastReadAt: undefined,
            lastSync: undefined,
            syncs: [],
          }),
        ],
      },
    });
    expect(await row(/^Well/)).toHaveTextContent('Being read now');
    expect(screen.queryByRole('button', { name: /Sync now/ })).toBeNull();
    const waiting = await row(/^Waiting/);
    expect(waiting).toHaveTextContent('Not read yet');
    await userEvent.click(waiting);
    expect(screen.getByText('the provider')).toHaveTextContent('custom');
  });

  it.each([
    [403, 'This page is for those who run the portal'],
    [500, 'Could not read where users and groups come from'],
  ])('says what keeps it from showing: %s', async (status, words) => {
    renderOrganisations({
      api: {
        read: async () => {
          throw await answered(status, 'no');
        },
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(words);
  });
});
