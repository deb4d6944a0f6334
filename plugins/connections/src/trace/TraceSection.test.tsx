import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { serveFixture } from '../../dev/serveFixture';
import { callFixture } from '../../dev/traceFixture';
import {
  answered,
  renderConnections,
} from '../__testUtils__/renderConnections';

const PATH = '/connections/trace';

describe('TraceSection', () => {
  it('lists calls with who asked, as whom, and what came of it', async () => {
    renderConnections({
      path: PATH,
      api: {
        trace: async () => ({
          items: [
            callFixture(3, {
              person: 'user:default/lena-fischer',
              plugin: 'scaffolder',
              credentialId: 'token:github.com:3f9a12cd',
              waitedMs: 120,
            }),
            callFixture(2, { status: 304, cached: true, cost: 0 }),
            callFixture(1, {
              status: undefined,
              error:
                'Did not send GET /a to github.com: the reserve is for people. Try again after 12:00',
            }),
          ],
        }),
      },
    });
    const rows = (await screen.findAllByRole('row')).slice(1);
    expect(rows).toHaveLength(3);
    expect(rows[0]).toHaveTextContent('lena-fischer');
    expect(rows[0]).toHaveTextContent('token 3f9a12cd');
    expect(rows[0]).toHaveTextContent('120 ms');
    expect(rows[1]).toHaveTextContent('Unchanged');
    expect(rows[2]).toHaveTextContent('Not sent');
  });

  it('opens a call with the keyboard, with why better credentials did not serve', async () => {
    renderConnections({
      path: PATH,
      api: {
        trace: async () => ({
          items: [callFixture(1, { passedOver: [serveFixture.steps[0]] })],
        }),
      },
    });
    const row = (await screen.findAllByRole('row'))[1];
    const toggle = within(row).getByRole('button');
    toggle.focus();
    await userEvent.keyboard('{Enter}');
    expect(toggle).toHaveAttribute('aria-expanded', 'true');
    const detail = screen.getAllByRole('row')[2];
    expect(detail).toHaveTextContent(
      'App Callboard: It is not installed on other.',
    );
    expect(
      within(detail).getByRole('link', { name: /who serves it/ }),
    ).toHaveAttribute(
      'href',
      '/connections/serve?url=https%3A%2F%2Fgithub.com%2Facme%2Fcheckout-service',
    );
    await userEvent.keyboard(' ');
    expect(toggle).toHaveAttribute('aria-expanded', 'false');
  });

  it('asks with the filter of the address, and takes it off', async () => {
    const trace = jest.fn(async () => ({ items: [] }));
    renderConnections({
      path: `${PATH}?host=github.com&plugin=catalog`,
      api: { trace },
    });
    expect(await screen.findByText('No call fits the filter')).toBeVisible();
    expect(trace).toHaveBeenCalledWith(
      expect.objectContaining({ host: 'github.com', plugin: 'catalog' }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Show all calls' }),
    );
    expect(await screen.findByText('No calls yet')).toBeVisible();
    expect(screen.getByTestId('where').textContent).toBe(PATH);
  });

  it('filters by credential, named as people call it', async () => {
    const trace = jest.fn(async () => ({ items: [callFixture(1)] }));
    renderConnections({ path: PATH, api: { trace } });
    await userEvent.click(
      await screen.findByRole('button', { name: /Credential/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'App Callboard' }),
    );
    await waitFor(() =>
      expect(trace).toHaveBeenCalledWith(
        expect.objectContaining({ credentialId: 'app:github.com:1234' }),
      ),
    );
  });

  it('says that it pauses', async () => {
    renderConnections({
      path: PATH,
      api: { trace: async () => ({ items: [callFixture(1)] }) },
    });
    const pause = await screen.findByRole('button', { name: 'Pause' });
    await userEvent.click(pause);
    expect(screen.getByText('Paused')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Go on' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  });

  it('says why there are none', async () => {
    const error = await answered(500, 'The trace is gone');
    renderConnections({
      path: PATH,
      api: {
        trace: async () => {
          throw error;
        },
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The trace is gone',
    );
  });

  it('names the host of each call where the list has several', async () => {
    renderConnections({
      path: PATH,
      api: {
        trace: async () => ({
          items: [callFixture(2, { host: 'ghe.acme.example' }), callFixture(1)],
        }),
      },
    });
    expect(
      await screen.findByRole('columnheader', { name: 'Host' }),
    ).toBeVisible();
    expect(
      screen.getByRole('cell', { name: 'ghe.acme.example' }),
    ).toBeVisible();
  });

  it('has no column for the host where all calls went to one', async () => {
    renderConnections({
      path: PATH,
      api: { trace: async () => ({ items: [callFixture(1)] }) },
    });
    await screen.findByRole('columnheader', { name: 'Plugin' });
    expect(
      screen.queryByRole('columnheader', { name: 'Host' }),
    ).not.toBeInTheDocument();
  });

  it('says whose own credential served, where that is known', async () => {
    const own = { credentialId: undefined, credentialKind: 'user' as const };
    renderConnections({
      path: PATH,
      api: {
        trace: async () => ({
          items: [
            callFixture(2, { ...own, person: 'user:default/lena-fischer' }),
            callFixture(1, own),
          ],
        }),
      },
    });
    const rows = (await screen.findAllByRole('row')).slice(1);
    expect(rows[0]).toHaveTextContent('lena-fischer’s own');
    expect(rows[1]).toHaveTextContent('the person’s own');
    expect(
      within(rows[1]).getByRole('cell', { name: 'not known' }),
    ).toBeVisible();
  });
});
