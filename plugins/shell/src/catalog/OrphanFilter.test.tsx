import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  EntityKindFilter,
} from '@backstage/plugin-catalog-react';
import { MockEntityListContextProvider } from '@backstage/plugin-catalog-react/testUtils';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { OrphanFilter } from './OrphanFilter';

const FIELD = 'metadata.annotations.backstage.io/orphan';

async function renderFilter(facet: Array<{ value: string; count: number }>) {
  const getEntityFacets = jest.fn(async () => ({ facets: { [FIELD]: facet } }));
  const updateFilters = jest.fn();
  await renderInTestApp(
    <TestApiProvider apis={[[catalogApiRef, { getEntityFacets } as any]]}>
      <MockEntityListContextProvider
        value={{
          filters: { kind: new EntityKindFilter('component', 'Component') },
          updateFilters,
        }}
      >
        <OrphanFilter />
      </MockEntityListContextProvider>
    </TestApiProvider>,
  );
  await waitFor(() => expect(getEntityFacets).toHaveBeenCalled());
  // The answer has arrived and is drawn.
  await act(async () => {});
  return updateFilters;
}

describe('OrphanFilter', () => {
  it('is not there when there is no orphan', async () => {
    await renderFilter([]);
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
  });

  it('counts the orphans and asks for them alone', async () => {
    const updateFilters = await renderFilter([{ value: 'true', count: 3 }]);
    expect(await screen.findByText('3')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('checkbox', { name: /Orphaned/ }));
    expect(updateFilters.mock.calls[0][0].orphan.getCatalogFilters()).toEqual({
      [FIELD]: 'true',
    });
  });
});
