import { Button } from '@backstage/ui';
import type { ErrorLike } from '@backstage/errors';
import { causeOf, statusOf, useTick } from '@callboard/page-parts';
import type { Connection } from './watchRun';
import styles from './ConnectionNotice.module.css';

/** Says that what is shown may be old, since when, and when the page tries again. Nothing while all is well. */
export function ConnectionNotice(props: {
  connection: Connection;
  onTry(): void;
}) {
  const { connection, onTry } = props;
  useTick(1_000);
  if (connection.state !== 'lost') return null;
  const { since, nextTry, error } = connection;
  const seconds = Math.max(0, Math.ceil((nextTry - Date.now()) / 1_000));
  return (
    <div className={styles.notice} role="alert">
      <p className={styles.text}>
        The portal does not answer. What you see is from{' '}
        {new Date(since).toTimeString().slice(0, 8)}; the run itself goes on, or
        is resumed when the portal is back.{reasonWords(error)}
      </p>
      <span className={styles.next}>
        {seconds > 0 ? `Trying again in ${seconds} s` : 'Trying again'}
      </span>
      <Button size="small" variant="secondary" onPress={onTry}>
        Try now
      </Button>
    </div>
  );
}

/** What the notice does not say already. */
function reasonWords(error: ErrorLike): string {
  const status = statusOf(error);
  if (status === 401)
    return ' Your sign-in has ended: sign in again, then come back to this page.';
  return status === undefined ? '' : ` It said: ${causeOf(error)}`;
}
