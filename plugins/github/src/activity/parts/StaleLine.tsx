import { Button } from '@backstage/ui';
import type { ErrorLike } from '@backstage/errors';
import { causeOf, StatusIcon } from '@callboard/page-parts';
import styles from './StaleLine.module.css';

/** What is on the page stays there although the portal's backend could not be asked again; this says why. */
export function StaleLine(props: { error: ErrorLike; retry: () => void }) {
  const { error, retry } = props;
  return (
    <div className={styles.line} role="status">
      <StatusIcon status="warn" word="" size={14} />
      <span className={styles.words}>
        This may be out of date. {causeOf(error)}
      </span>
      <Button size="small" variant="tertiary" onPress={retry}>
        Try again
      </Button>
    </div>
  );
}
