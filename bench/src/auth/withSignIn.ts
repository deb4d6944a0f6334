import path from 'node:path';
import type { Portal } from '../products/Portal';

/** The portal with sign-in by the provider of the benchmark. `configFile` is read after its own. */
export function withSignIn(options: {
  portal: Portal;
  configFile: string;
  /** The root of this repository. */
  root: string;
}): Portal {
  const { portal, configFile, root } = options;
  return {
    ...portal,
    startCommand(input) {
      const command = portal.startCommand(input);
      const preload =
        portal.name === 'stock'
          ? [
              '--require',
              path.join(root, 'bench', 'src', 'auth', 'withGitHubSignIn.cjs'),
            ]
          : [];
      return {
        ...command,
        args: [...preload, ...command.args, '--config', configFile],
      };
    },
  };
}
