import { useState } from 'react';
import { Button } from '@backstage/ui';
import { Disclosure, plural } from '@callboard/page-parts';
import type { RoleMemberRow, RoleRow } from '@callboard/plugin-access-common';
import { RemoveDialog } from './RemoveDialog';
import { sourceWords } from './sourceWords';
import styles from './RolesPanel.module.css';

/** A role on one line; its members, and what can be done with them, below. */
export function RoleDetails(props: {
  role: RoleRow;
  mayManage: boolean;
  /** It has changed. */
  refresh(): void;
}) {
  const { role, mayManage, refresh } = props;
  const [removing, setRemoving] = useState<RoleMemberRow>();
  return (
    <>
      <Disclosure
        summary={
          <span className={styles.summary}>
            <span>{role.name}</span>
            <span className={styles.description} title={role.description}>
              {role.description}
            </span>
            <span className={styles.count}>
              {role.isDefault
                ? 'Everybody else'
                : plural(role.members.length, 'member')}
            </span>
          </span>
        }
      >
        <p className={styles.empty}>{role.description}</p>
        {role.isDefault && (
          <p className={styles.empty}>
            Everybody has it who has no other role that stands on its own.
          </p>
        )}
        {role.members.length === 0 && !role.isDefault && (
          <p className={styles.empty}>Nobody has it.</p>
        )}
        <ul className={styles.members}>
          {role.members.map(row => (
            <li
              key={`${row.member} ${row.source.type}`}
              className={styles.member}
            >
              <span>{row.member}</span>
              <span className={styles.source}>{sourceWords(row.source)}</span>
              {mayManage && row.source.type === 'assigned' && (
                <Button
                  size="small"
                  variant="secondary"
                  aria-label={`Take ${role.name} from ${row.member}`}
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
          role={role.name}
          member={removing.member}
          onDone={refresh}
          onClose={() => setRemoving(undefined)}
        />
      )}
    </>
  );
}
