import { refusalWords } from './refusalWords';

const said = (message: string) =>
  refusalWords({ name: 'Error', message } as never);

it('says what the backend said, without values and stacks', () => {
  expect(
    said(
      'Backend request failed, 400 Bad Request {"errors":[{"property":"instance.a.b","message":"is too short","instance":"secret"},{"property":"instance","message":"requires property \\"x\\""}]}',
    ),
  ).toBe('a.b is too short; requires property "x"');
  expect(
    said(
      'Backend request failed, 403 Forbidden {"error":{"message":"Not you.\\n    at x"}}',
    ),
  ).toBe('Not you.');
  expect(said('Backend request failed, 502 Bad Gateway {html')).toBe(
    'Backend request failed, 502 Bad Gateway',
  );
  expect(said('It broke\n    at x')).toBe('It broke');
});
