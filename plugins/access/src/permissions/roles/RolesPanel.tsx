import { useState } from 'react';
import { Button } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import { causeOf, Lines, Panel, usePolled } from '@callboard/page-parts';
import { AccessProblem } from '../../parts/AccessProblem';
import { permissionsApiRef } from '../api/PermissionsApi';
import { AssignDialog } from './AssignDialog';
import { OrphanedMembers } from './OrphanedMembers';
import { RoleDetails } from './RoleDetails';
import styles from './RolesPanel.module.css';

const EVERY_MS = 30_000;

/** All roles and who has them: by the configuration, and given here. */
export function RolesPanel() {
  const api = useApi(permissionsApiRef);
  const { polled, refresh } = usePolled({
    key: 'roles',
    everyMs: EVERY_MS,
    load: signal => api.roles({ signal }),
  });
  const [isAssigning, setAssigning] = useState(false);
  const overview = polled.state === 'ready' ? polled.value : undefined;
  return (
    <Panel
      title="Roles"
      count={overview?.roles.length}
      actions={
        overview?.mayManage && (
          <Button
            size="small"
            variant="primary"
            onPress={() => setAssigning(true)}
          >
            Give a role
          </Button>
        )
      }
    >
      {polled.state === 'loading' && <Lines count={3} />}
      {polled.state === 'failed' && (
        <AccessProblem what="the roles" error={polled.error} retry={refresh} />
      )}
      {polled.state === 'ready' && polled.outdated && (
        <p className={styles.warning} role="status">
          This may be out of date. {causeOf(polled.outdated)}
        </p>
      )}
      {overview?.unknownPermissions.map(({ key, name }) => (
        <p key={key} className={styles.warning}>
          {key} is {name}, which no plugin of this portal asks.
        </p>
      ))}
      {overview?.roles.map(role => (
        <RoleDetails
          key={role.name}
          role={role}
          mayManage={overview.mayManage}
          refresh={refresh}
        />
      ))}
      {overview && overview.orphaned.length > 0 && (
        <OrphanedMembers
          orphaned={overview.orphaned}
          mayManage={overview.mayManage}
          refresh={refresh}
        />
      )}
      {isAssigning && overview && (
        <AssignDialog
          roles={overview.roles}
          onDone={refresh}
          onClose={() => setAssigning(false)}
        />
      )}
    </Panel>
  );
}
