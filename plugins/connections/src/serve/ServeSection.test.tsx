import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { serveFixture } from '../../dev/serveFixture';
import {
  answered,
  renderConnections,
} from '../__testUtils__/renderConnections';

const ASKED = 'https://github.com/other/tools';

describe('ServeSection', () => {
  it('answers with the keyboard alone, and keeps the question in the address', async () => {
    const serve = jest.fn(async () => serveFixture);
    renderConnections({ path: '/connections/serve', api: { serve } });
    const field = await screen.findByRole('searchbox', {
      name: /Who serves this/,
    });
    expect(serve).not.toHaveBeenCalled();
    await userEvent.keyboard('/');
    expect(field).toHaveFocus();
    expect(field).toHaveValue('');
    await userEvent.keyboard(`${ASKED}{Enter}`);
    expect(await screen.findByText(serveFixture.summary)).toBeVisible();
    expect(serve).toHaveBeenCalledWith(expect.objectContaining({ url: ASKED }));
    expect(screen.getByTestId('where')).toHaveTextContent(
      `/connections/serve?url=${encodeURIComponent(ASKED)}`,
    );
  });

  it('shows each credential in the order asked, and what the serving one may do', async () => {
    renderConnections({
      path: `/connections/serve?url=${encodeURIComponent(ASKED)}`,
      api: { serve: async () => serveFixture },
    });
    const steps = within(
      await screen.findByRole('list', {
        name: 'Credentials in the order asked',
      }),
    ).getAllByRole('listitem');
    expect(steps[0]).toHaveTextContent('App CallboardPassed over');
    expect(steps[1]).toHaveTextContent('token 3f9a12cdServes');
    expect(steps[2]).toHaveTextContent('nobodyNot asked');
    const create = screen.getByRole('row', { name: /Create repositories/ });
    expect(create).toHaveTextContent('Cannot');
    expect(create).toHaveTextContent('Administration: write is missing');
    expect(
      within(create).getByRole('link', { name: /Grant it at GitHub/ }),
    ).toHaveAttribute('href', 'https://github.com/settings/tokens');
    expect(screen.getByRole('row', { name: /Read files/ })).toHaveTextContent(
      'Can',
    );
  });

  it('offers what the installations reach as examples', async () => {
    const serve = jest.fn(async () => serveFixture);
    renderConnections({ path: '/connections/serve', api: { serve } });
    await userEvent.click(
      await screen.findByRole('link', {
        name: 'https://github.com/acme/checkout-service',
      }),
    );
    await waitFor(() =>
      expect(serve).toHaveBeenCalledWith(
        expect.objectContaining({
          url: 'https://github.com/acme/checkout-service',
        }),
      ),
    );
    expect(screen.getByRole('searchbox')).toHaveValue(
      'https://github.com/acme/checkout-service',
    );
  });

  it('says of an address that nothing here has which ones there are', async () => {
    const error = await answered(
      400,
      'gitlab.com is no GitHub of this portal. These are: https://github.com.',
    );
    renderConnections({
      path: '/connections/serve?url=https%3A%2F%2Fgitlab.com%2Fa%2Fb',
      api: {
        serve: async () => {
          throw error;
        },
      },
    });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(
      '“https://gitlab.com/a/b” is not an address here',
    );
    // The backend names them, and once is enough.
    expect(alert).toHaveTextContent(/These are: https:\/\/github\.com\.$/);
  });

  it('heads what GitHub answers 404 to with both of its reasons', async () => {
    renderConnections({
      path: '/connections/serve?url=https%3A%2F%2Fgithub.com%2Fother%2Ftools',
      api: { serve: async () => ({ ...serveFixture, hidden: true as const }) },
    });
    expect(
      await screen.findByRole('region', {
        name: 'GitHub has no other/tools, or it may not be seen',
      }),
    ).toBeVisible();
  });

  it('does not press for what nothing needs', async () => {
    renderConnections({
      path: `/connections/serve?url=${encodeURIComponent(ASKED)}`,
      api: {
        serve: async () => ({
          ...serveFixture,
          abilities: serveFixture.abilities.map(one => ({
            ...one,
            needed: false,
          })),
        }),
      },
    });
    const create = await screen.findByRole('row', {
      name: /Create repositories/,
    });
    expect(create).toHaveTextContent('Not needed');
    expect(create).not.toHaveTextContent('Cannot');
    expect(within(create).queryByRole('link')).not.toBeInTheDocument();
    expect(screen.getByRole('row', { name: /Read files/ })).toHaveTextContent(
      'Can',
    );
  });

  it('calls a credential what the rest of the page calls it', async () => {
    const [first, ...others] = serveFixture.steps;
    renderConnections({
      path: `/connections/serve?url=${encodeURIComponent(ASKED)}`,
      api: {
        serve: async () => ({
          ...serveFixture,
          steps: [{ ...first, title: 'App 1234' }, ...others],
        }),
      },
    });
    const steps = within(
      await screen.findByRole('list', {
        name: 'Credentials in the order asked',
      }),
    ).getAllByRole('listitem');
    expect(steps[0]).toHaveTextContent('App CallboardPassed over');
  });
});
