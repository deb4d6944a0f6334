import { OutLink } from '@callboard/page-parts';
import type { AppFacts } from '@callboard/plugin-connections-common';
import { Facts } from '../../parts/Facts';
import { Part } from '../../parts/Part';
import { StatusWords } from '../../parts/StatusWords';
import { InstallationsTable } from './InstallationsTable';
import { PermissionTable } from './PermissionTable';
import { WebhookPart } from './WebhookPart';

/** Everything about an App. */
export function AppDetails(props: { app: AppFacts }) {
  const { app } = props;
  const isKeyValid = app.key.status === 'valid';
  return (
    <>
      <Facts
        facts={[
          [
            'Key',
            <StatusWords status={isKeyValid ? 'pass' : 'fail'}>
              {isKeyValid ? 'Valid' : app.key.detail}
            </StatusWords>,
          ],
          ['App id', <code>{app.appId}</code>],
          ['Owner', app.owner],
          [
            'Comes from',
            app.from === 'stored' ? (
              'the data directory: it was created on this page or with callboard connections create-app'
            ) : (
              <code>{app.configKey ?? 'the configuration'}</code>
            ),
          ],
          ['Serves only', app.allowedOwners && app.allowedOwners.join(', ')],
          [
            'At GitHub',
            app.settingsUrl && (
              <OutLink href={app.settingsUrl}>Settings of the App</OutLink>
            ),
          ],
        ]}
      />
      <Part
        title={`Installations (${app.installations.length})`}
        aside={
          app.installUrl && (
            <OutLink href={app.installUrl}>
              Install it on another organisation
            </OutLink>
          )
        }
      >
        <InstallationsTable
          installations={app.installations}
          asked={app.permissions}
        />
      </Part>
      <Part
        title="Permissions that the App asks for"
        aside={
          app.settingsUrl && (
            <OutLink href={`${app.settingsUrl}/permissions`}>
              Change them
            </OutLink>
          )
        }
      >
        <PermissionTable comparison={app.permissions} />
      </Part>
      <WebhookPart webhook={app.webhook} events={app.events} />
    </>
  );
}
