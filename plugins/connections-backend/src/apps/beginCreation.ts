import type { Config } from '@backstage/config';
import type {
  AppCreationForm,
  AppCreationRequest,
} from '@callboard/plugin-connections-common';
import type { RootGithubService } from '@callboard/plugin-github-node';
import type { FeatureNeed } from '../needs/FeatureNeed';
import { checkCreationRequest } from './checkCreationRequest';
import { createManifest, LONGEST_APP_NAME } from './createManifest';
import { hostNamed } from './hostNamed';
import { neededByFeatures } from './neededByFeatures';
import type { CreationStates } from './states/CreationStates';
import { chooseWebhook } from './chooseWebhook';

/** As long as GitHub keeps the code of a manifest. */
const VALID_MS = 60 * 60 * 1000;

/**
 * Begins the manifest flow: the browser posts the form's manifest to `action`, GitHub asks the person, and sends the browser back with a code
 * and the state. Throws `NotFoundError` for a host that is not configured and `InputError` for what GitHub would refuse.
 */
export async function beginCreation(options: {
  request: AppCreationRequest;
  person: string;
  github: Pick<RootGithubService, 'credentials'>;
  config: Config;
  needs: FeatureNeed[];
  states: CreationStates;
  now: () => Date;
}): Promise<AppCreationForm> {
  const { request, person, github, config, needs, states, now } = options;
  checkCreationRequest({ request, needs });
  const host = hostNamed({
    host: request.host,
    credentials: github.credentials,
  });
  const { organization, name } = request;
  const features = chosenFeatures({ request, needs, config, host: host.host });
  const needed = neededByFeatures(features);
  const webhookUrl = chooseWebhook({
    wanted: request.webhook,
    needed,
    config,
    host,
  });
  const manifest = createManifest({
    name: name?.trim() || defaultName({ config, organization }),
    baseUrl: config.getString('app.baseUrl').replace(/\/+$/, ''),
    needed,
    webhookUrl,
  });
  const expiresAt = new Date(now().getTime() + VALID_MS).toISOString();
  const state = await states.begin({
    host: host.host,
    organization,
    webhookUrl,
    person,
    expiresAt,
  });
  const page = organization
    ? `/organizations/${organization}/settings/apps/new`
    : '/settings/apps/new';
  return {
    action: `${host.webUrl}${page}?${new URLSearchParams({ state })}`,
    manifest: JSON.stringify(manifest),
    state,
    expiresAt,
    permissions: needed.permissions,
  };
}

function chosenFeatures(options: {
  request: AppCreationRequest;
  needs: FeatureNeed[];
  config: Config;
  host: string;
}): FeatureNeed[] {
  const { request, needs, config, host } = options;
  if (!request.features) {
    return needs.filter(need => need.isOn({ config, host }).on);
  }
  return needs.filter(({ id }) => request.features?.includes(id));
}

/** Names of Apps are unique on a GitHub, so the organisation is part of it. The person may change it there. */
function defaultName(options: { config: Config; organization?: string }) {
  const { config, organization } = options;
  const title = config.getOptionalString('app.title') ?? 'Callboard';
  const name = organization ? `${title} for ${organization}` : title;
  return name.length <= LONGEST_APP_NAME
    ? name
    : (organization ?? title).slice(0, LONGEST_APP_NAME);
}
