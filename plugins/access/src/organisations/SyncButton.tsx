import { Button } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import { causeOf, useAction } from '@callboard/page-parts';
import type { PeopleSource } from '@callboard/plugin-access-common';
import { RiRefreshLine } from '@remixicon/react';
import { organisationsApiRef } from './api/OrganisationsApi';
import styles from './SyncButton.module.css';

/** Has a source read. What comes of it shows in the row. */
export function SyncButton(props: { source: PeopleSource; onAsked(): void }) {
  const { source, onAsked } = props;
  const { id, title, schedule } = source;
  const api = useApi(organisationsApiRef);
  const sync = useAction(async () => {
    await api.sync({ id });
    onAsked();
    return true;
  });
  return (
    <span className={styles.place}>
      <span aria-live="polite" className={styles.words}>
        {sync.error && (
          <span className={styles.error} role="alert">
            {causeOf(sync.error)}
          </span>
        )}
        {!sync.error && sync.result && (
          <span className={styles.hidden}>Asked for</span>
        )}
      </span>
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiRefreshLine size={14} />}
        aria-label={`Sync now: ${title}`}
        isPending={sync.isRunning || Boolean(schedule?.runningSince)}
        onPress={() => sync.run()}
      >
        Sync now
      </Button>
    </span>
  );
}
