import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

const KEY = 'avatars.allowedHosts';

/**
 * The hosts that may have a private address, as `host` or `host:port`, in the form that URLs give them.
 *
 * @throws InputError when an entry is more or less than a host.
 */
export function readAllowedHosts(options: {
  config: RootConfigService;
}): ReadonlySet<string> {
  const entries = options.config.getOptionalStringArray(KEY) ?? [];
  return new Set(
    entries.map((entry, index) => {
      const url = URL.canParse(`https://${entry}/`)
        ? new URL(`https://${entry}/`)
        : undefined;
      const isHost = url && !/[/@?#\\\s*]/.test(entry) && url.pathname === '/';
      if (!isHost) {
        throw new InputError(
          `${KEY}[${index}] is "${entry}": write a host or a host and port, such as github.example.com or pictures.example.com:8443.`,
        );
      }
      // URLs leave the default ports out: 443 is gone already.
      return url.port === '80' ? url.hostname : url.host;
    }),
  );
}
