import type { ErrorDisplayProps } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import styles from './StatusPage.module.css';

export function ErrorPage(props: ErrorDisplayProps) {
  const { plugin, error, resetError } = props;
  return (
    <section className={styles.page} role="alert">
      <h1>This part of the page failed</h1>
      <p>
        {plugin ? `The plugin ${plugin.id} ` : 'A plugin '}
        stopped with an error. The rest of the portal still works.
      </p>
      <pre className={styles.detail}>{String(error)}</pre>
      <div className={styles.actions}>
        <Button variant="primary" onPress={resetError}>
          Try again
        </Button>
      </div>
    </section>
  );
}
