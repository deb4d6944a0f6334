import type { AppFacts } from '@callboard/plugin-connections-common';
import { appPages, type AppCredential } from '@callboard/plugin-github-node';
import pLimit from 'p-limit';
import type { InspectionContext } from '../../inspection/InspectionContext';
import type { FeatureNeed } from '../../needs/FeatureNeed';
import { comparePermissions } from '../../needs/permissions/comparePermissions';
import type { Asker } from '../asking/createAsker';
import { refusedByLimit } from '../asking/refusedByLimit';
import { appKey } from './appKey';
import { inspectInstallation } from './inspectInstallation';
import { listInstallations } from './listInstallations';
import { webhookFacts } from './webhookFacts';

/** Installations that are asked about one by one, and how many at a time. */
const DETAILED = 50;
const AT_A_TIME = 6;

/** What GitHub says of an App. With a key that does not work, what the configuration says. */
export async function inspectApp(options: {
  context: InspectionContext;
  asker: Asker;
  app: AppCredential;
  features: FeatureNeed[];
}): Promise<AppFacts> {
  const { context, asker, app, features } = options;
  const { config, github, now } = context;
  const configured = {
    credentialId: app.id,
    appId: app.appId,
    from: app.from,
    configKey: app.configKey,
    allowedOwners: app.allowedOwners,
  };
  const empty = {
    events: [],
    permissions: comparePermissions({ granted: {}, features: [] }),
    installations: [],
  };

  const unreadable = await github.credentials.appToken(app.id).then(
    () => undefined,
    (error: Error) => error.message,
  );
  if (unreadable) {
    const key = { status: 'unreadable' as const, detail: unreadable };
    return { ...configured, ...empty, key, installationsUnknown: unreadable };
  }
  const askApp = () => asker.ask({ as: { app: app.id }, route: 'GET /app' });
  let asked = await askApp();
  let key = appKey({ asked, app, host: asker.host });
  if (key.status === 'clock-skew') {
    // The clock may have been set since the credentials learned how wrong it was, and allowed for that.
    github.credentials.forget({ credentialId: app.id });
    asked = await askApp();
    key = appKey({ asked, app, host: asker.host });
  }
  if (asked.outcome !== 'answered') {
    return {
      ...configured,
      ...empty,
      key,
      limitedUntil: refusedByLimit(asked)?.until,
      installationsUnknown: key.detail,
    };
  }

  const { data } = asked;
  const wanted = data.permissions ?? {};
  const [webhook, { rows, unknown }] = await Promise.all([
    webhookFacts({ asker, app, config }),
    listInstallations({ asker, app }),
  ]);
  const bounded = pLimit(AT_A_TIME);
  const installations = await Promise.all(
    rows.map((row, index) =>
      bounded(() =>
        inspectInstallation({
          ...{ asker, app, row, wanted, features, now, trace: github.trace },
          detailed: index < DETAILED,
          isOnly: rows.length === 1,
        }),
      ),
    ),
  );
  return {
    ...configured,
    slug: data.slug,
    name: data.name,
    owner: data.owner?.login ?? data.owner?.slug,
    ...appPages({ host: asker.host, app: data }),
    key,
    webhook,
    events: data.events ?? [],
    permissions: comparePermissions({ granted: wanted, features }),
    installations,
    installationsUnknown: unknown,
  };
}
