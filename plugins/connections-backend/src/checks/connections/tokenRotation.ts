import type { TokenFacts } from '@callboard/plugin-connections-common';
import type { Check, Finding } from '../Check';
import { listed } from '../text/listed';

/** After a rotation: whether the old token is still used, and what is left to do. */
export const tokenRotation: Check = {
  id: 'token-rotation',
  group: 'connections',
  title: 'Rotations of tokens are complete',
  run: ({ hosts }) =>
    hosts.flatMap(({ host, webUrl, tokens }) =>
      tokens.flatMap((token): Finding[] => {
        const { rotation, configKey = 'the configuration' } = token;
        if (!rotation) return [];
        const used = rotation.predecessors.filter(
          ({ stillUsedBy }) => stillUsedBy.length > 0,
        );
        const isRefused = rotation.predecessors.every(({ refused }) => refused);
        return [
          {
            subject: token.credentialId,
            host,
            check: `The rotation of the token ${rotation.replaces} is complete`,
            // The launcher puts the new one into the configuration, and so does an operator who is done: not told apart.
            status:
              token.from === 'config' && rotation.oldCanGo ? 'pass' : 'warn',
            cause:
              used.length > 0
                ? `${used
                    .map(
                      ({ fingerprint, stillUsedBy }) =>
                        `${listed(
                          stillUsedBy,
                        )} still used the old token ${fingerprint} in the last hour.`,
                    )
                    .join(' ')} ${rotation.advice}`
                : `${rotation.advice}${
                    token.from === 'stored'
                      ? ' The configuration still names it.'
                      : ''
                  }`,
            remedy: remedyOf({ isRefused, rotation, configKey }),
            links: [
              { title: 'Tokens at GitHub', href: `${webUrl}/settings/tokens` },
            ],
          },
        ];
      }),
    ),
};

function remedyOf(options: {
  rotation: NonNullable<TokenFacts['rotation']>;
  /** Whether GitHub refuses all old ones. */
  isRefused: boolean;
  configKey: string;
}): string {
  const { rotation, isRefused, configKey } = options;
  const { oldCanGo, predecessors } = rotation;
  const it =
    predecessors.length > 1
      ? `the old tokens ${listed(
          predecessors.map(({ fingerprint }) => fingerprint),
        )}`
      : 'the old token';
  if (oldCanGo) {
    return isRefused
      ? `Put the new token into ${configKey}, so that the portal does not depend on its data directory.`
      : `Revoke ${it} at GitHub, and put the new one into ${configKey}, so that the portal does not depend on its data directory.`;
  }
  return `Put the new token into ${configKey} and restart the portal: what was started with an old one keeps it until then.${
    isRefused ? '' : ` Revoke ${it} after that.`
  }`;
}
