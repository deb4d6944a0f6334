import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Problem } from './Problem';

const refused = { title: 'Not for you', words: 'Ask an operator.' };

function show(error: {
  name?: string;
  statusCode?: number;
  cause?: unknown;
  missing?: string;
}) {
  const { missing, ...rest } = error;
  const retry = jest.fn();
  render(
    <Problem
      what="the hosts"
      error={{
        name: 'ResponseError',
        message: 'what the client made',
        ...rest,
      }}
      retry={retry}
      refused={refused}
      missing={missing}
    />,
  );
  return { retry };
}

describe('Problem', () => {
  const said = { name: 'Error', message: 'what the server said' };

  it.each([
    [
      'says what the server said',
      { statusCode: 500, cause: said },
      'Could not read the hosts',
      'what the server said',
    ],
    [
      'says so where the server said nothing',
      { statusCode: 500 },
      'Could not read the hosts',
      'what the client made',
    ],
    [
      'says whom to ask where it was refused',
      { statusCode: 403, cause: said },
      'Not for you',
      'Ask an operator.',
    ],
    [
      'says that the sign-in has ended',
      { statusCode: 401, cause: said },
      'Could not read the hosts',
      'Your sign-in has ended',
    ],
    [
      'says what a 404 means',
      { statusCode: 404, cause: said, missing: 'Add the plugin.' },
      'Could not read the hosts',
      'Add the plugin.',
    ],
    [
      'says what the server said where a 404 means nothing else',
      { statusCode: 404, cause: said },
      'Could not read the hosts',
      'what the server said',
    ],
  ])('%s', (_what, error, title, words) => {
    show(error);
    const alert = screen.getByRole('alert');
    expect(alert).toHaveTextContent(title);
    expect(alert).toHaveTextContent(words);
  });

  it('offers to try again', async () => {
    const { retry } = show({ statusCode: 500 });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(retry).toHaveBeenCalledTimes(1);
  });
});
