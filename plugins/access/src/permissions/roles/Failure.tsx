import type { ErrorLike } from '@backstage/errors';
import { causeOf } from '@callboard/page-parts';
import styles from './Dialogs.module.css';

/** Says that something was not done, and why. The region is there before it is needed, so that it is read out. */
export function Failure(props: { what: string; error?: ErrorLike }) {
  const { what, error } = props;
  return (
    <div aria-live="assertive">
      {error && (
        <p role="alert" className={styles.error}>
          {what} {causeOf(error)}
        </p>
      )}
    </div>
  );
}
