import type {
  AppCredential,
  ConfiguredCredential,
  GithubHost,
} from '../../hosts/GithubHost';
import type { AppAccess } from '../app/createAppAccess';
import type {
  CredentialChain,
  CredentialStep,
  CredentialStepCode,
  ServingCredential,
} from '../CredentialChain';
import { orderCredentials } from './orderCredentials';
import type { Target } from './parseTarget';
import { type AppVerdict, tryApp, tryPublicAccess } from './tryApp';

export type ResolvedCredential =
  | { outcome: 'serves'; serving: ServingCredential }
  /** An App is broken, or kept from serving where it is installed, and nothing else but an anonymous request could serve. */
  | { outcome: 'broken'; chain: CredentialChain; step: CredentialStep };

/** The App is there for the owner, and somebody has to let it serve. Stock Backstage refuses such calls as well. */
const KEPT_OUT = new Set<CredentialStepCode>([
  'suspended',
  'repository-not-selected',
]);

/** Finds the credential for a target by the rule: an App installed for the owner, then a token, then none. */
export async function resolveCredential(options: {
  url: string;
  target: Target;
  host: GithubHost;
  pluginId?: string;
  accessOf: (options: { app: AppCredential; apiBaseUrl: string }) => AppAccess;
  fresh?: boolean;
}): Promise<ResolvedCredential> {
  const { url, target, host, pluginId, fresh } = options;
  const accessOf = (app: AppCredential) =>
    options.accessOf({ app, apiBaseUrl: host.apiBaseUrl });
  const { owner, repository } = target;
  const ordered = orderCredentials({ host, owner, pluginId });
  const steps = new Map<string, CredentialStep>();
  const note = (
    credential: ConfiguredCredential,
    rest: Omit<CredentialStep, 'credentialId' | 'kind' | 'title'>,
  ) =>
    steps.set(credential.id, {
      credentialId: credential.id,
      kind: credential.kind,
      title: credential.title,
      ...rest,
    });

  const usable = ordered.filter(credential => {
    const { plugins } = credential;
    if (!plugins || (pluginId && plugins.includes(pluginId))) return true;
    note(credential, {
      verdict: 'skipped',
      code: 'not-for-plugin',
      reason: `It is meant for ${plugins.join(', ') || 'no plugin'} only.`,
    });
    return false;
  });
  const apps = usable.filter(item => item.kind === 'app');
  const tokens = usable.filter(item => item.kind === 'token');
  let serving: Omit<ServingCredential, 'chain'> | undefined;

  function judge(app: AppCredential, verdict: AppVerdict) {
    const { reason } = verdict;
    if (verdict.outcome !== 'serves') {
      const { outcome, code, link, heldBackUntil, heldBackFor } = verdict;
      note(app, {
        verdict: outcome,
        code,
        reason,
        ...(link && { link }),
        ...(heldBackUntil && { heldBackUntil, heldBackFor }),
      });
      return;
    }
    const { token, expiresAt, installationId } = verdict;
    note(app, {
      verdict: 'used',
      code: 'used',
      reason,
      ...(installationId && { installationId }),
    });
    serving = {
      credentialId: app.id,
      kind: 'app',
      token,
      ...(expiresAt && { expiresAt }),
      ...(installationId && { installationId }),
    };
  }

  for (const app of apps) {
    if (serving) break;
    judge(
      app,
      await tryApp({ app, access: accessOf(app), owner, repository, fresh }),
    );
  }
  for (const app of apps) {
    if (serving || !owner) break;
    const { verdict: before, code } = steps.get(app.id)!;
    if (!app.publicAccess || before === 'failed' || code === 'suspended') {
      continue;
    }
    const verdict = await tryPublicAccess({
      app,
      access: accessOf(app),
      owner,
      ...(code === 'repository-not-selected' && { repository }),
      fresh,
    });
    // Otherwise what was found before says more.
    if (verdict.outcome !== 'skipped') judge(app, verdict);
  }
  const [token] = tokens;
  if (!serving && token) {
    serving = { credentialId: token.id, kind: 'token', token: token.token };
    note(token, {
      verdict: 'used',
      code: 'used',
      reason: `A token serves every address of ${host.host}, within its own rights.`,
    });
  }

  const chain: CredentialChain = {
    url,
    host: host.host,
    ...(owner && { owner }),
    ...(repository && { repository }),
    steps: ordered.map(
      credential =>
        steps.get(credential.id) ?? {
          credentialId: credential.id,
          kind: credential.kind,
          title: credential.title,
          verdict: 'skipped',
          code: 'not-needed',
          reason: 'A better one serves already.',
        },
    ),
  };
  if (!serving) {
    for (const step of chain.steps) {
      if (KEPT_OUT.has(step.code)) step.verdict = 'failed';
    }
    const broken = chain.steps.find(({ verdict }) => verdict === 'failed');
    if (broken) return { outcome: 'broken', chain, step: broken };
  }

  chain.steps.push(anonymousStep({ host, isUsed: !serving }));
  return {
    outcome: 'serves',
    serving: { ...(serving ?? { credentialId: 'none', kind: 'none' }), chain },
  };
}

/** https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#primary-rate-limit-for-unauthenticated-users */
function anonymousStep(options: {
  host: GithubHost;
  isUsed: boolean;
}): CredentialStep {
  const { host, isUsed } = options;
  const common = {
    credentialId: 'none',
    kind: 'none',
    title: 'no credential',
  } as const;
  if (!isUsed) {
    return {
      ...common,
      verdict: 'skipped',
      code: 'not-needed',
      reason: 'A credential serves.',
    };
  }
  const isNone = host.credentials.length === 0;
  return {
    ...common,
    verdict: 'used',
    code: isNone ? 'none-configured' : 'used',
    reason: `${
      isNone
        ? `No credential is configured for ${host.host}`
        : 'No configured credential serves this address'
    }, so requests are anonymous: what is public alone, and 60 requests an hour.`,
  };
}
