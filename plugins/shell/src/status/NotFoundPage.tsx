import { ButtonLink } from '@backstage/ui';
import { useLocation } from 'react-router-dom';
import styles from './StatusPage.module.css';

export function NotFoundPage() {
  const { pathname } = useLocation();
  return (
    <main className={styles.page}>
      <h1>There is no such page</h1>
      <p>
        Nothing is served at <code>{pathname}</code>. The address may be
        mistyped, or what was there has been renamed or removed.
      </p>
      <div className={styles.actions}>
        <ButtonLink variant="primary" href="/catalog">
          Open the catalog
        </ButtonLink>
        <ButtonLink
          variant="secondary"
          href={`/search?query=${encodeURIComponent(
            pathname.split('/').filter(Boolean).pop() ?? '',
          )}`}
        >
          Search for it
        </ButtonLink>
      </div>
    </main>
  );
}
