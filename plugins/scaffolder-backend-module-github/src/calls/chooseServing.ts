import { InputError } from '@backstage/errors';
import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import type { ClientOptions } from '@callboard/plugin-github-node';
import type { RunCredential } from '@callboard/plugin-scaffolder-common';
import type { ActionParts } from './ActionParts';
import { appTitle } from './appTitle';
import type { RepositoryTarget } from './RepositoryTarget';

/** The credential of a step: what it speaks as, and how the page of the run names it. */
export interface Serving {
  as: NonNullable<ClientOptions['as']>;
  credential: Omit<RunCredential, 'stepId'>;
  /** For git. Asked again each time, since the tokens of Apps last an hour. */
  secret(): Promise<string>;
}

/**
 * Which credential serves a step: the token that the template hands over, else the portal's, Apps first. What makes a repository asks for the
 * owner's, since an App that was given some repositories does not have the new one. Throws `InputError`, with stock's words, where there is none,
 * and what `credentials.serve` throws.
 */
export async function chooseServing(options: {
  parts: ActionParts;
  target: RepositoryTarget;
  ctx: Pick<ActionContext<any, any, any>, 'secrets'>;
  token: string | undefined;
  /** Whether the repository is made by the step. */
  isNew: boolean;
}): Promise<Serving> {
  const { parts, target, ctx, token, isNew } = options;
  const { host, owner, repo } = target;
  if (token) {
    const isOwn = Object.values(ctx.secrets ?? {}).includes(token);
    return {
      as: { secret: token },
      credential: {
        kind: isOwn ? 'person' : 'token',
        title: isOwn ? 'your own token' : 'a token that the template names',
      },
      secret: async () => token,
    };
  }
  if (parts.requireScmUserCredentials) {
    throw new InputError(
      `No user credentials provided for host ${host.host}, but scaffolder.requireScmUserCredentials is enabled`,
    );
  }
  const parents = `https://${host.host}/${encodeURIComponent(owner)}`;
  const url = isNew ? parents : `${parents}/${encodeURIComponent(repo)}`;
  const serve = () =>
    parts.github.credentials.serve({ url, pluginId: 'scaffolder' });
  const { credentialId, kind, installationId, chain } = await serve();
  if (kind === 'none') {
    throw new InputError(
      `No token available for host: ${host.host}, with owner ${owner}, and repo ${repo}. Make sure GitHub auth is configured correctly. See https://backstage.io/docs/auth/github/provider for more details.`,
    );
  }
  const used = chain.steps.find(({ verdict }) => verdict === 'used');
  const title = used?.title ?? credentialId;
  const before = chain.steps.slice(0, used ? chain.steps.indexOf(used) : 0);
  return {
    as:
      kind === 'app' && installationId !== undefined
        ? { app: credentialId, installationId }
        : { token: credentialId },
    credential: {
      kind,
      title:
        kind === 'app'
          ? `${await appTitle({
              github: parts.github,
              ...{ url, credentialId, title },
            })} of ${owner}`
          : title,
      id: credentialId,
      ...(before.length > 0 && {
        passedOver: before.map(step => `${step.title}: ${step.reason}`),
      }),
    },
    async secret() {
      const served = await serve();
      return served.token ?? '';
    },
  };
}
