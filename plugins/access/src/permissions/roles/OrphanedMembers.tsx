import { useState } from 'react';
import { Button } from '@backstage/ui';
import { Disclosure, plural } from '@callboard/page-parts';
import type { RoleMember } from '@callboard/plugin-access-common';
import { RemoveDialog } from './RemoveDialog';
import { sourceWords } from './sourceWords';
import styles from './RolesPanel.module.css';

/** What was given here of roles that the configuration has not any more. */
export function OrphanedMembers(props: {
  orphaned: RoleMember[];
  mayManage: boolean;
  /** It has changed. */
  refresh(): void;
}) {
  const { orphaned, mayManage, refresh } = props;
  const [removing, setRemoving] = useState<RoleMember>();
  return (
    <>
      <Disclosure
        summary={
          <span className={styles.summary}>
            <span>No longer there</span>
            <span className={styles.description}>
              Roles that the configuration does not have
            </span>
            <span className={styles.count}>
              {plural(orphaned.length, 'member')}
            </span>
          </span>
        }
      >
        <p className={styles.empty}>
          These roles were given here, and the configuration does not have them.
          They give nothing, but would again if a role of the same name came
          back.
        </p>
        <ul className={styles.members}>
          {orphaned.map(row => (
            <li key={`${row.role} ${row.member}`} className={styles.member}>
              <span>{`${row.role}: ${row.member}`}</span>
              <span className={styles.source}>
                {sourceWords({
                  type: 'assigned',
                  by: row.assignedBy,
                  at: row.assignedAt,
                })}
              </span>
              {mayManage && (
                <Button
                  size="small"
                  variant="secondary"
                  aria-label={`Take ${row.role} from ${row.member}`}
                  onPress={() => setRemoving(row)}
                >
                  Take away
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Disclosure>
      {removing && (
        <RemoveDialog
          role={removing.role}
          member={removing.member}
          onDone={refresh}
          onClose={() => setRemoving(undefined)}
        />
      )}
    </>
  );
}
