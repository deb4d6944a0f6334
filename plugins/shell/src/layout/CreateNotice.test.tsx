import { usePermission } from '@backstage/plugin-permission-react';
import { render, screen } from '@testing-library/react';
import { CreateNotice } from './CreateNotice';

jest.mock('@backstage/plugin-permission-react', () => ({
  usePermission: jest.fn(),
}));

const answer = (value: { loading: boolean; allowed: boolean }) =>
  (usePermission as jest.Mock).mockReturnValue(value);
const notice = () =>
  screen.queryByText('You may look at templates, not run them.');

describe('CreateNotice', () => {
  it.each(['/create', '/create/templates/default/x'])(
    'tells those who may not run templates on %s',
    pathname => {
      answer({ loading: false, allowed: false });
      render(<CreateNotice pathname={pathname} />);
      expect(notice()).toBeInTheDocument();
      expect(usePermission).toHaveBeenLastCalledWith({
        permission: expect.objectContaining({ name: 'scaffolder.task.create' }),
      });
    },
  );

  it.each([
    ['elsewhere', '/created', { loading: false, allowed: false }],
    ['for those who may', '/create', { loading: false, allowed: true }],
    ['before it is known', '/create', { loading: true, allowed: false }],
  ])('is silent %s', (_, pathname, permission) => {
    answer(permission);
    render(<CreateNotice pathname={pathname} />);
    expect(notice()).not.toBeInTheDocument();
  });
});
