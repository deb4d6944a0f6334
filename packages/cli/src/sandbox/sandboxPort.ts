import type { Problem } from '../problems/Problem';
import type { Variables } from '../variables/Variables';

/** The sandbox's port: `CALLBOARD_SANDBOX_PORT`, else the one after the portal's. */
export function sandboxPort(options: {
  variables: Variables;
  portalPort: number;
}): { port: number; problem?: Problem } {
  const { variables, portalPort } = options;
  const after = portalPort < 65535 ? portalPort + 1 : portalPort - 1;
  const text = variables.get('CALLBOARD_SANDBOX_PORT')?.trim();
  if (!text) return { port: after };
  const port = Number(text);
  if (
    Number.isInteger(port) &&
    port >= 1 &&
    port <= 65535 &&
    port !== portalPort
  ) {
    return { port };
  }
  return {
    port: after,
    problem: {
      code: 'port',
      problem:
        port === portalPort
          ? `the variable CALLBOARD_SANDBOX_PORT is the portal's own port: ${text}`
          : `the variable CALLBOARD_SANDBOX_PORT is not a port: ${text}`,
      where: 'CALLBOARD_SANDBOX_PORT',
      remedy: `set it to a number from 1 to 65535 that is not the portal's, or unset it to get ${after}`,
      variable: 'CALLBOARD_SANDBOX_PORT',
    },
  };
}
