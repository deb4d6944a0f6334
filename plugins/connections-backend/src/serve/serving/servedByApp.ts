import { appPages, type AppCredential } from '@callboard/plugin-github-node';
import type { Asker } from '../../facts/asking/createAsker';
import { abilities } from '../abilities/abilities';
import { applies } from '../abilities/applies';
import { appAbility } from '../abilities/appAbility';
import { readSubject } from '../target/readSubject';
import type { Serving } from './Serving';

/** An App serves: its installation on the owner decides. */
export async function servedByApp(options: {
  asker: Asker;
  app: AppCredential;
  /** That the token is of. */
  installationId: number;
  owner?: string;
  repository?: string;
}): Promise<Serving> {
  const { asker, app, installationId, owner, repository } = options;
  const as = { app: app.id };
  const [own, installation, subject] = await Promise.all([
    asker.ask({ as, route: 'GET /app' }),
    asker.ask({
      as,
      route: 'GET /app/installations/{installation_id}',
      parameters: { installation_id: installationId },
    }),
    readSubject({
      ...{ asker, owner, repository },
      as: { app: app.id, installationId },
    }),
  ]);
  const about = own.outcome === 'answered' ? own.data : {};
  const row = installation.outcome === 'answered' ? installation.data : {};
  // An App may read what is public of owners who have not installed it.
  const isOwn = row.account?.login?.toLowerCase() === owner?.toLowerCase();
  const { settingsUrl } = appPages({ host: asker.host, app: about });
  const links = {
    add: settingsUrl && `${settingsUrl}/permissions`,
    accept: row.html_url,
  };
  return {
    subject,
    abilities: abilities
      .filter(ability => applies({ ability, subject, kind: 'app' }))
      .map(ability =>
        appAbility({
          ...{ ability, subject, links },
          granted: isOwn ? row.permissions : undefined,
          wanted: about.permissions ?? {},
        }),
      ),
    remark:
      subject.state.outcome === 'hidden' && repository && isOwn
        ? hiddenFrom({ owner, repository, row })
        : undefined,
  };
}

function hiddenFrom(options: {
  owner?: string;
  repository: string;
  row: any;
}): string {
  const { owner, repository, row } = options;
  return row.repository_selection === 'selected'
    ? `There is no ${owner}/${repository}, or it is not among the repositories that the App is installed on; GitHub answers 404 to both.`
    : `The App is installed on all repositories of ${owner}, so most likely there is no ${repository}.`;
}
