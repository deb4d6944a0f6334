import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { answered, workflowFixture } from '../../dev/buildsFixture';
import { renderActivity } from '../__testUtils__/renderActivity';
import type { ActivityApi } from '../activity/api/ActivityApi';
import { entityCiContent } from './entityCiContent';

function open(options: { search?: string; api?: Partial<ActivityApi> }) {
  const { search, api } = options;
  renderActivity({
    extensions: [entityCiContent],
    search,
    api: {
      workflows: async () => answered([workflowFixture()]),
      runs: async () => answered({ runs: [], total: 0 }),
      ...api,
    },
  });
}

const where = () => screen.getByTestId('where').textContent;

describe('the workflows of the tab CI', () => {
  it('starts a workflow with what it asks for, by type', async () => {
    const dispatch = jest.fn(async () => ({ run: 900 }));
    open({ api: { dispatch } });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Run CI…' }),
    );
    const dialog = await screen.findByRole('dialog');
    // A link to it can be sent to somebody.
    expect(where()).toBe('/?start=7');
    expect(within(dialog).queryByLabelText('Workflow')).toBeNull();
    const start = within(dialog).getByRole('button', {
      name: 'Run the workflow',
    });
    await userEvent.type(within(dialog).getByLabelText(/count/), 'many');
    await userEvent.click(start);
    expect(within(dialog).getByText('The workflow needs this.')).toBeVisible();
    expect(within(dialog).getByText('This is not a number.')).toBeVisible();
    expect(dispatch).not.toHaveBeenCalled();
    await userEvent.type(within(dialog).getByLabelText(/version/), '1.2.3');
    await userEvent.clear(within(dialog).getByLabelText(/count/));
    await userEvent.click(start);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(dispatch).toHaveBeenCalledWith({
      entityRef: 'component:default/shop',
      workflow: 7,
      ref: 'main',
      inputs: { version: '1.2.3', level: 'info', dry: 'true' },
    });
    await waitFor(() => expect(where()).toBe('/?run=900'));
  });

  it('opens the form that the address asks for, and goes to that of another workflow', async () => {
    const release = workflowFixture({ id: 8, name: 'Release', dispatch: [] });
    const off = workflowFixture({ id: 9, name: 'Old', state: 'deleted' });
    open({
      search: '?start=any&branch=main',
      api: {
        workflows: async () => answered([off, workflowFixture(), release]),
      },
    });
    const dialog = await screen.findByRole('dialog', { name: 'Run CI' });
    await userEvent.click(
      within(dialog).getByRole('button', { name: /Workflow/ }),
    );
    expect(
      (await screen.findAllByRole('option')).map(
        ({ textContent }) => textContent,
      ),
    ).toEqual(['CI', 'Release']);
    await userEvent.click(screen.getByRole('option', { name: 'Release' }));
    const other = await screen.findByRole('dialog', { name: 'Run Release' });
    expect(where()).toBe('/?start=8&branch=main');
    await userEvent.click(within(other).getByText('Close'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(where()).toBe('/?branch=main');
  });

  it.each([
    ['?start=9', /is not here, is off, or cannot be started/],
    ['?start=any', /No workflow of this repository can be started/],
  ])('says of %s that there is nothing to start', async (search, words) => {
    open({
      search,
      api: {
        workflows: async () =>
          answered([workflowFixture({ dispatch: undefined })]),
      },
    });
    expect(await screen.findByText(words)).toBeVisible();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('shows the first of very many workflows, the chosen one, and the rest on request', async () => {
    const workflows = Array.from({ length: 100 }, (_, index) =>
      workflowFixture({ id: index + 1, name: `Flow ${index + 1}.` }),
    );
    open({
      search: '?workflow=77',
      api: { workflows: async () => answered(workflows) },
    });
    expect(
      await screen.findByRole('button', { name: /Flow 77\.$/ }),
    ).toHaveAttribute('aria-pressed', 'true');
    expect(screen.queryByRole('button', { name: /Flow 76\.$/ })).toBeNull();
    expect(
      screen.getByRole('link', { name: /All of them at GitHub/ }),
    ).toHaveAttribute('href', 'https://github.com/acme/shop/actions');
    await userEvent.click(screen.getByRole('button', { name: 'Show 84 more' }));
    expect(screen.getByRole('button', { name: /Flow 76\.$/ })).toBeVisible();
  });
});
