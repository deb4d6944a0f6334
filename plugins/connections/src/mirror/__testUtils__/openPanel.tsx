import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { mirrorFixture } from '../../../dev/mirrorFixture';
import { overviewFixture } from '../../../dev/overviewFixture';
import type { MirrorApi } from '../../api/MirrorApi';
import { renderConnections } from '../../__testUtils__/renderConnections';

/** The page of connections with its panel of the mirror, once that has been read. */
export async function openPanel(
  statuses: ReturnType<typeof mirrorFixture>[],
  options: {
    mirror?: Partial<MirrorApi>;
    mayManage?: boolean;
    path?: string;
  } = {},
) {
  const { mayManage = true, mirror, path } = options;
  const rendered = renderConnections({
    path,
    overview: () => overviewFixture({ change: { mayManage } }),
    mirror: { status: jest.fn(async () => statuses), ...mirror },
  });
  const region = await screen.findByRole('region', {
    name: 'Catalog from GitHub',
  });
  await waitFor(() =>
    expect(within(region).queryByLabelText('Loading')).not.toBeInTheDocument(),
  );
  return { ...rendered, panel: within(region) };
}

/** Presses a button of the panel. */
export const open = (panel: ReturnType<typeof within>, name: RegExp) =>
  userEvent.click(panel.getByRole('button', { name }));
