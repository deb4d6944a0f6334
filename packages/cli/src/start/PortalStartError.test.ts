import { PortalStartError } from './PortalStartError';

describe('PortalStartError', () => {
  it('tells a cause that several plugins share once, without stacks', () => {
    const cause = new Error(
      [
        'Backend startup failed due to the following errors:',
        "  Plugin 'app' startup failed; caused by Error: Cannot find module 'x'",
        'Require stack:',
        '- /a.js',
        '- /b.js',
        "  Plugin 'auth' startup failed; caused by Error: no token",
        "  Plugin 'catalog' startup failed; caused by Error: no token",
      ].join('\n'),
    );
    expect(
      new PortalStartError({ cause, logFile: 'data/logs/callboard.log' })
        .message,
    ).toBe(
      [
        'The portal could not start.',
        "  Error: Cannot find module 'x'",
        '  Error: no token',
        '  What to do: mend what the message names; the full log is in data/logs/callboard.log',
      ].join('\n'),
    );
  });
});
