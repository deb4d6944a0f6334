import { Button } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import { causeOf, StatusIcon, useAction } from '@callboard/page-parts';
import { RiRefreshLine } from '@remixicon/react';
import { mirrorApiRef } from '../api/MirrorApi';
import { StatusWords } from '../parts/StatusWords';
import styles from './ReconcileButton.module.css';

/** Has an organisation compared as a whole. It costs some requests, and removes no more than a scheduled run would. */
export function ReconcileButton(props: {
  host: string;
  organisation: string;
  refresh(): void;
}) {
  const { host, organisation, refresh } = props;
  const api = useApi(mirrorApiRef);
  const run = useAction(async () => {
    await api.reconcile({ host, organisation });
    refresh();
    return true;
  });
  return (
    <div className={styles.row}>
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiRefreshLine size={14} />}
        aria-label={`Reconcile now: ${organisation}`}
        isPending={run.isRunning}
        onPress={() => run.run()}
      >
        Reconcile now
      </Button>
      <span aria-live="polite">
        {run.result && (
          <StatusWords status="pass">
            Begun; what it finds shows here
          </StatusWords>
        )}
        {run.error && (
          <span className={styles.error} role="alert">
            <StatusIcon status="fail" word="" size={14} /> {causeOf(run.error)}
          </span>
        )}
      </span>
    </div>
  );
}
