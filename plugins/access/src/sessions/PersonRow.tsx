import { useState } from 'react';
import { Button } from '@backstage/ui';
import { Ago, MiddleTruncated } from '@callboard/page-parts';
import type { PersonWithSession } from '@callboard/plugin-access-common';
import { EndDialog } from './EndDialog';
import styles from './SessionsPanel.module.css';

/** Somebody with a session. */
export function PersonRow(props: {
  person: PersonWithSession;
  mayManage: boolean;
  /** It has changed. */
  refresh(): void;
}) {
  const { person, mayManage, refresh } = props;
  const { userEntityRef, lastSeenAt } = person;
  const [isEnding, setEnding] = useState(false);
  return (
    <li className={styles.row}>
      <MiddleTruncated text={userEntityRef} />
      <span className={styles.seen}>
        Seen <Ago at={lastSeenAt} />
      </span>
      {mayManage && (
        <Button
          size="small"
          variant="secondary"
          destructive
          aria-label={`End all sessions of ${userEntityRef}`}
          onPress={() => setEnding(true)}
        >
          End
        </Button>
      )}
      {isEnding && (
        <EndDialog
          userEntityRef={userEntityRef}
          onDone={refresh}
          onClose={() => setEnding(false)}
        />
      )}
    </li>
  );
}
