import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { useLocation } from 'react-router-dom';
import { isRestricted } from './restrictedPages';
import styles from './StatusPage.module.css';

export function NotFoundPage() {
  const { pathname } = useLocation();
  return (
    <main className={styles.page}>
      {isRestricted(pathname) ? (
        <NotOpen pathname={pathname} />
      ) : (
        <Missing pathname={pathname} />
      )}
    </main>
  );
}

function Missing(props: { pathname: string }) {
  const { pathname } = props;
  return (
    <>
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
    </>
  );
}

/** The frontend cannot tell a page that is left out for this person from one that is switched off, so it says both. */
function NotOpen(props: { pathname: string }) {
  const isTrial = useApi(configApiRef).has('auth.providers.guest');
  return (
    <>
      <h1>This page is not open to you</h1>
      <p>
        <code>{props.pathname}</code> needs a permission that you do not have,
        or is switched off in this portal. Ask an administrator of the portal:
        those listed under <code>permission.callboard.admins</code> in its
        configuration.
      </p>
      {isTrial && (
        <p>A guest of the trial may look, but not change anything.</p>
      )}
      <div className={styles.actions}>
        <ButtonLink variant="primary" href="/catalog">
          Open the catalog
        </ButtonLink>
      </div>
    </>
  );
}
