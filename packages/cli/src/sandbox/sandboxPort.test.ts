import { Variables } from '../variables/Variables';
import { sandboxPort } from './sandboxPort';

const portFor = (text: string | undefined, portalPort = 7007) =>
  sandboxPort({
    variables: new Variables({ env: { CALLBOARD_SANDBOX_PORT: text } }),
    portalPort,
  });

it('is the one after the portal, or the one before where there is none after', () => {
  expect(portFor(undefined)).toEqual({ port: 7008 });
  expect(portFor(undefined, 65535)).toEqual({ port: 65534 });
  expect(portFor('9000')).toEqual({ port: 9000 });
});

it.each(['0', '65536', 'web', '7007', '1.5'])('is not %s', text => {
  expect(portFor(text)).toMatchObject({
    port: 7008,
    problem: { variable: 'CALLBOARD_SANDBOX_PORT' },
  });
});
