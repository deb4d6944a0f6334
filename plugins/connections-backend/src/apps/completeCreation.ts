import type { Config } from '@backstage/config';
import {
  InputError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  type AppCompletion,
  type AppCompletionRequest,
  presetVariables,
} from '@callboard/plugin-connections-common';
import type {
  RootGithubService,
  StoredApp,
} from '@callboard/plugin-github-node';
import { type Conversion, convertCode } from './convertCode';
import { entryFor } from './entryFor';
import { hostNamed } from './hostNamed';
import { nextSteps } from './nextSteps';
import { presetFamilyOf } from './presetFamilyOf';
import type {
  CreationStates,
  PendingCreation,
  TakenState,
} from './states/CreationStates';

/**
 * Ends the manifest flow: checks the state, turns GitHub's code into the App, and keeps or shows its credentials. Should they not get into
 * the file, they are shown instead, since GitHub tells them only once.
 *
 * Throws `InputError` for a state or a code that is not good any more and where there is no file to keep the App in, `NotAllowedError` for the state of another person, and
 * `ServiceUnavailableError` when GitHub does not answer; then the same request may be made again.
 */
export async function completeCreation(options: {
  request: AppCompletionRequest;
  person: string;
  github: Pick<RootGithubService, 'credentials' | 'stored' | 'forPlugin'>;
  config: Config;
  states: CreationStates;
  now: () => Date;
  /** Whether a portal with this configuration runs. @defaultValue true */
  isRunning?: boolean;
}): Promise<AppCompletion> {
  const { request, person, github, config, states, now } = options;
  const { isRunning = true } = options;
  const { code, state, keep } = request;
  if (keep === 'store' && !github.stored.file) {
    throw new InputError(
      'This portal has no file for credentials (callboard.github.storedCredentials), so it cannot keep the App: it would be forgotten when the portal stops, and no other replica would know it. Nothing was used up; ask again with keep: "show", and put what is shown into your secret store.',
    );
  }
  const pending = pendingOf(await states.take({ state, person }));
  let conversion: Conversion;
  try {
    const { webUrl } = hostNamed({
      host: pending.host,
      credentials: github.credentials,
    });
    conversion = await convertCode({ code, webUrl, github });
  } catch (error) {
    await states.giveBack({ state, pending });
    throw error;
  }
  if (conversion.outcome !== 'converted') {
    if (conversion.outcome !== 'code-unknown') {
      await states.giveBack({ state, pending });
    }
    throw refusal({ conversion, host: pending.host });
  }

  const { app } = conversion;
  const stored: StoredApp = {
    kind: 'app',
    host: pending.host,
    appId: app.id,
    slug: app.slug,
    name: app.name,
    htmlUrl: app.html_url,
    clientId: app.client_id,
    clientSecret: app.client_secret,
    privateKey: app.pem,
    // GitHub makes a secret even for an App that sends nothing.
    ...(pending.webhookUrl && {
      webhookSecret: app.webhook_secret ?? undefined,
      webhookUrl: pending.webhookUrl,
    }),
    storedAt: now().toISOString(),
  };
  const failure =
    keep === 'store'
      ? await github.stored.put(stored).then(
          () => undefined,
          (error: Error) => error.message,
        )
      : undefined;
  const kept = keep === 'store' && failure === undefined ? 'store' : 'show';
  const installUrl = `${app.html_url}/installations/new`;
  const host = hostNamed({
    host: pending.host,
    credentials: github.credentials,
  });
  const family = presetFamilyOf({ host: host.host, config });
  return {
    appId: app.id,
    slug: app.slug,
    name: app.name,
    htmlUrl: app.html_url,
    installUrl,
    keep: kept,
    ...(kept === 'store'
      ? { file: github.stored.file }
      : {
          variables: presetVariables({ app: stored, family }),
          config: entryFor({
            host,
            family,
            hasWebhook: stored.webhookSecret !== undefined,
          }),
        }),
    next: nextSteps({
      keep: kept,
      failure,
      appId: app.id,
      host,
      organization: pending.organization,
      webhookUrl: pending.webhookUrl,
      webhookSecret: stored.webhookSecret,
      htmlUrl: app.html_url,
      installUrl,
      config,
      isRunning,
    }),
  };
}

function pendingOf(taken: TakenState): PendingCreation {
  switch (taken.outcome) {
    case 'taken':
      return taken.pending;
    case 'expired':
      throw new InputError(
        'This took longer than an hour, and the code of GitHub is good for no longer. Begin again. If the App is there already, delete it on GitHub first.',
      );
    case 'of-another-person':
      throw new NotAllowedError(
        'Another person began to create this App. Only they can end it; or begin again yourself.',
      );
    default:
      throw new InputError(
        'This portal did not begin to create this App, or has ended it already. Begin again, and follow GitHub back in the same browser.',
      );
  }
}

function refusal(options: {
  conversion: Exclude<Conversion, { outcome: 'converted' }>;
  host: string;
}) {
  const { conversion, host } = options;
  switch (conversion.outcome) {
    case 'code-unknown':
      return new InputError(
        `${host} does not know the code any more: it is good for an hour, and once. Begin again. The App that was registered has no key that anybody knows; delete it on GitHub.`,
      );
    case 'refused':
      return new InputError(
        `${host} refused to hand out the App (${conversion.status}): ${conversion.message}`,
      );
    default:
      return new ServiceUnavailableError(
        `${host} did not answer: ${conversion.message}. Nothing is lost: load this page again within the hour.`,
      );
  }
}
