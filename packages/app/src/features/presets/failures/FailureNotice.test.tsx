import { act, render, screen } from '@testing-library/react';
import { FailureLog } from './FailureLog';
import { FailureNotice } from './FailureNotice';

it('shows the page, above it what failed last, and nothing of it later', () => {
  const failures = new FailureLog();
  const { unmount } = render(
    <FailureNotice name="Jenkins" failures={failures}>
      the page
    </FailureNotice>,
  );
  expect(screen.getByText('the page')).toBeInTheDocument();
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();

  act(() => failures.report({ request: '/a', message: 'no such job' }));
  expect(screen.getByRole('alert')).toHaveTextContent(
    /The request to Jenkins failed.*no such job/,
  );
  act(() => failures.settle('/a'));
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();

  act(() => failures.report({ request: '/a', message: 'no such job' }));
  unmount();
  expect(failures.latest()).toBeUndefined();
});
