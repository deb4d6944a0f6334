import { parseEnv } from 'node:util';
import { asEnvFile } from './asEnvFile';

const VARIABLES = {
  GITHUB_APP_ID: '1234',
  GITHUB_CLIENT_SECRET: 'a+b/c=',
  GITHUB_PRIVATE_KEY: '-----BEGIN KEY-----\nabc\n-----END KEY-----\n',
  GITHUB_WEBHOOK_SECRET: 'two words # and no comment',
};

it('has a line for each variable', () => {
  expect(asEnvFile(VARIABLES)).toBe(
    [
      'GITHUB_APP_ID=1234',
      'GITHUB_CLIENT_SECRET=a+b/c=',
      String.raw`GITHUB_PRIVATE_KEY="-----BEGIN KEY-----\nabc\n-----END KEY-----\n"`,
      'GITHUB_WEBHOOK_SECRET="two words # and no comment"',
    ].join('\n'),
  );
  expect(asEnvFile({})).toBe('');
});

it('is what a start reads', () => {
  expect(parseEnv(asEnvFile(VARIABLES))).toEqual(VARIABLES);
});
