import type { Entity } from '@backstage/catalog-model';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { stationsFixture, summaryFixture } from '../../dev/activityFixture';
import { renderActivity, shop } from '../__testUtils__/renderActivity';
import { groupActivityCard } from '../group/groupActivityCard';
import { entityStationsCard } from '../stations/entityStationsCard';

describe('the card of a team', () => {
  const team: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'checkout', namespace: 'default' },
    relations: [{ type: 'parentOf', targetRef: 'group:default/tills' }],
  };

  it('sums up what the team owns, with the teams below on request', async () => {
    const groupSummary = jest.fn(async () => summaryFixture());
    renderActivity({
      extensions: [groupActivityCard],
      entity: team,
      api: { groupSummary },
    });
    const rows = (await screen.findAllByRole('row')).slice(1);
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/Fails: test.*shop.*3 open, 2 waiting9 d2 high\+1/),
      expect.stringMatching(/till.*none–not shown/),
    ]);
    expect(screen.getByText('1 failing')).toBeVisible();
    await userEvent.click(
      screen.getByRole('switch', { name: 'With the teams below' }),
    );
    await waitFor(() =>
      expect(groupSummary).toHaveBeenLastCalledWith(
        expect.objectContaining({
          entityRef: 'group:default/checkout',
          children: true,
        }),
      ),
    );
  });
});

describe('the card of a new service', () => {
  const fresh: Entity = {
    ...shop,
    metadata: {
      ...shop.metadata,
      annotations: {
        ...shop.metadata.annotations,
        'callboard/seen-at': new Date().toISOString(),
      },
    },
  };

  it('shows what has come true, has the docs built once, and is put away for good', async () => {
    const stations = jest.fn(async () => stationsFixture());
    const buildDocs = jest.fn(async () => {});
    renderActivity({
      extensions: [entityStationsCard],
      entity: fresh,
      api: { stations, buildDocs },
    });
    const list = await screen.findByRole('list', { name: 'Stations' });
    const rows = within(list).getAllByRole('listitem');
    expect(rows).toHaveLength(5);
    expect(
      within(rows[3]).getByRole('link', {
        name: 'the first build of main is running',
      }),
      // The portal shows it itself.
    ).toHaveAttribute('href', '/ci?run=812');
    // It is asked again by itself while something goes on.
    await waitFor(() => expect(stations.mock.calls.length).toBeGreaterThan(2));
    expect(buildDocs).toHaveBeenCalledTimes(1);
    await userEvent.click(screen.getByRole('button', { name: 'Put away' }));
    await waitFor(() => expect(list).not.toBeInTheDocument());
  });
});
