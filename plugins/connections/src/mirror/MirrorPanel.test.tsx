import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { heldFixture, mirrorFixture } from '../../dev/mirrorFixture';
import { overviewFixture } from '../../dev/overviewFixture';
import {
  answered,
  renderConnections,
} from '../__testUtils__/renderConnections';
import { open, openPanel } from './__testUtils__/openPanel';

describe('MirrorPanel', () => {
  it('has an organisation on one line, and opens all that is known of it', async () => {
    const { panel } = await openPanel([mirrorFixture()]);
    const row = panel.getByRole('button', { name: /acme/ });
    expect(row).toHaveTextContent(
      'acme 1,204 repositories, looked at 2 minutes ago changes: half within 430 ms',
    );
    expect(within(row).getByText('Passes')).toBeInTheDocument();
    expect(row).not.toHaveTextContent('github.com');
    row.focus();
    await userEvent.keyboard('{Enter}');
    const facts = Object.fromEntries(
      panel
        .getAllByRole('term')
        .map(term => [term.textContent, term.nextSibling!.textContent]),
    );
    expect(facts).toEqual({
      Host: 'github.com',
      Repositories: '1,204, of which 1,190 are in the catalog',
      'Asked for changes': '2 minutes ago',
      'Next time': 'in 2 minutes',
      'All compared': '2 hours ago',
      'People and teams': '1 hour ago',
      Events: '41 events in the last hour, the last one 3 minutes ago',
      Changes:
        'half within 430 ms, 99 of 100 within 1.2 s (37 changes); the target is 2 s',
      Waiting: 'nothing',
      From: 'catalog.providers.github.acme',
    });
  });

  it('says that changes are late, what failed, and what to do', async () => {
    const { panel } = await openPanel([
      mirrorFixture({
        lag: { p50: 5_000, p99: 9_000, samples: 3 },
        queued: 12,
        problem: {
          at: new Date().toISOString(),
          message: 'GitHub answers with 502',
        },
      }),
    ]);
    const row = panel.getByRole('button', { name: /acme/ });
    expect(row).toHaveTextContent('Fails');
    expect(row).toHaveTextContent('half within 5 s, later than the target');
    await open(panel, /acme/);
    const [failing, slow] = within(
      panel.getByRole('list', { name: 'What is wrong' }),
    ).getAllByRole('listitem');
    expect(failing).toHaveTextContent('GitHub answers with 502.');
    expect(failing).toHaveTextContent('Nothing was removed from the catalog');
    expect(slow).toHaveTextContent('12 repositories wait to be asked about');
    expect(panel.getByText('12 repositories to be asked about')).toBeVisible();
  });

  it('names hosts where there are several, and tells organisations with people alone', async () => {
    const { panel } = await openPanel([
      mirrorFixture(),
      mirrorFixture({
        host: 'ghe.example.org',
        organisation: 'tools',
        sources: [],
        lastIncrementalAt: undefined,
        lastFullAt: undefined,
        nextIncrementalAt: undefined,
        lag: undefined,
      }),
    ]);
    expect(panel.getByRole('button', { name: /acme/ })).toHaveTextContent(
      'acme github.com',
    );
    const row = panel.getByRole('button', { name: /tools/ });
    expect(row).toHaveTextContent(
      'tools ghe.example.org people and teams, looked at 1 hour ago',
    );
    await open(panel, /tools/);
    expect(panel.getByText('only people and teams are read')).toBeVisible();
    expect(panel.queryByText('All compared')).not.toBeInTheDocument();
  });

  it('says how to fill it where no organisation is mirrored', async () => {
    const { panel } = await openPanel([]);
    expect(
      panel.getByText('No organisation is read into the catalog'),
    ).toBeVisible();
    expect(panel.getByText('catalog.providers.github')).toBeVisible();
  });

  it('is scrolled to where a result of a check leads to it', async () => {
    const scrolled: (string | undefined)[] = [];
    Element.prototype.scrollIntoView = function scrollIntoView() {
      scrolled.push(this.id);
    };
    try {
      const { unmount } = await openPanel([mirrorFixture()]);
      expect(scrolled).not.toContain('catalog-from-github');
      unmount();
      await openPanel([mirrorFixture()], {
        path: '/connections#catalog-from-github',
      });
      await waitFor(() => expect(scrolled).toContain('catalog-from-github'));
    } finally {
      Reflect.deleteProperty(Element.prototype, 'scrollIntoView');
    }
  });

  it('is not there where something else reads GitHub, or no GitHub is connected', async () => {
    const error = await answered(404, 'no such plugin');
    const status = jest.fn(async () => {
      throw error;
    });
    const { unmount } = renderConnections({ mirror: { status } });
    await screen.findByRole('region', { name: 'GitHub' });
    await waitFor(() => {
      expect(status).toHaveBeenCalled();
      expect(screen.queryByText('Catalog from GitHub')).not.toBeInTheDocument();
    });
    unmount();
    const { mirror } = renderConnections({
      overview: () => overviewFixture({ change: { hosts: [] } }),
    });
    await screen.findByText('No GitHub is connected');
    expect(mirror.status).not.toHaveBeenCalled();
  });

  it('says why it cannot be read, and tries again when it is told to', async () => {
    let fails = true;
    const { panel } = await openPanel([], {
      mirror: {
        status: async () => {
          if (fails) throw new Error('The database is gone');
          return [mirrorFixture()];
        },
      },
    });
    expect(await panel.findByRole('alert')).toHaveTextContent(
      'Could not read how the catalog follows GitHub',
    );
    fails = false;
    await open(panel, /Try again/);
    expect(await panel.findByRole('button', { name: /acme/ })).toBeVisible();
  });

  it('reconciles once, and says that it has begun', async () => {
    const reconcile = jest.fn(async () => {});
    const { panel, mirror } = await openPanel([mirrorFixture()], {
      mirror: { reconcile },
    });
    await open(panel, /acme/);
    const asked = mirror.status.mock.calls.length;
    await open(panel, /Reconcile now: acme/);
    expect(await panel.findByText(/Begun/)).toBeVisible();
    expect(reconcile.mock.calls).toEqual([
      [{ host: 'github.com', organisation: 'acme' }],
    ]);
    await waitFor(() =>
      expect(mirror.status.mock.calls.length).toBeGreaterThan(asked),
    );
  });

  it('says why it could not be reconciled', async () => {
    const error = await answered(503, 'The portal restarts');
    const { panel } = await openPanel([mirrorFixture()], {
      mirror: {
        reconcile: async () => {
          throw error;
        },
      },
    });
    await open(panel, /acme/);
    await open(panel, /Reconcile now: acme/);
    expect(await panel.findByText('The portal restarts')).toBeVisible();
  });

  it('shows those who may only look what is held, without buttons', async () => {
    const { panel } = await openPanel(
      [mirrorFixture({ held: heldFixture() })],
      {
        mayManage: false,
      },
    );
    const held = panel.getByRole('group', { name: /Held/ });
    expect(held).toHaveTextContent(
      'The removal of 304 of 1,204 repositories is held since 10 minutes ago',
    );
    expect(held).toHaveTextContent(
      'Why: the organisation suddenly lists 900 of 1,204 repositories. Likely cause: App 1234 was taken from some repositories.',
    );
    expect(within(held).queryByRole('button')).not.toBeInTheDocument();
    await open(panel, /^Fails acme/);
    expect(
      panel.queryByRole('button', { name: /Reconcile/ }),
    ).not.toBeInTheDocument();
  });
});
