import { usePermission } from '@backstage/plugin-permission-react';
import { taskCreatePermission } from '@backstage/plugin-scaffolder-common/alpha';
import styles from './CreateNotice.module.css';

/** Says before a form is filled in, and not after, that the person may not run templates. */
export function CreateNotice(props: { pathname: string }) {
  return /^\/create(\/|$)/.test(props.pathname) ? <Notice /> : null;
}

function Notice() {
  const { loading, allowed } = usePermission({
    permission: taskCreatePermission,
  });
  if (loading || allowed) return null;
  return (
    <p className={styles.notice} role="note">
      You may look at templates, not run them.
    </p>
  );
}
