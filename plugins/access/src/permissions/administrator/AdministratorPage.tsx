import { useEffect, useState } from 'react';
import { Button, ButtonLink } from '@backstage/ui';
import { useApi, useRouteRef } from '@backstage/frontend-plugin-api';
import {
  causeOf,
  Lines,
  Notice,
  Panel,
  statusOf,
  useAction,
  usePolled,
} from '@callboard/page-parts';
import {
  RiErrorWarningLine,
  RiShieldCheckLine,
  RiShieldUserLine,
} from '@remixicon/react';
import { useLocation, useNavigate } from 'react-router-dom';
import { rootRouteRef } from '../../routes';
import { permissionsApiRef } from '../api/PermissionsApi';
import { stateWords } from './stateWords';
import { takeToken } from './takeToken';
import styles from './AdministratorPage.module.css';

const EVERY_MS = 60_000;

/** Where the link leads by which the first administrator is made. For everybody who is signed in, since there is no operator yet. */
export function AdministratorPage() {
  const api = useApi(permissionsApiRef);
  const base = useRouteRef(rootRouteRef)?.().replace(/\/$/, '') ?? '';
  const { pathname, search, hash } = useLocation();
  const navigate = useNavigate();
  const [token] = useState(() => takeToken(hash));
  useEffect(() => {
    // The token is to stay neither in the address bar nor in the history.
    if (hash) navigate({ pathname, search }, { replace: true });
  }, [hash, navigate, pathname, search]);

  const { polled, refresh } = usePolled({
    key: 'administrator',
    everyMs: EVERY_MS,
    load: signal => api.administrator({ signal }),
  });
  const claim = useAction(async () => {
    const { outcome } = await api.becomeAdministrator({ token: token! });
    refresh();
    return outcome;
  });
  const state = polled.state === 'ready' ? polled.value.state : undefined;
  const words = stateWords({ state, outcome: claim.result, token });
  const isReady = state !== undefined || claim.result !== undefined;
  return (
    <main className={styles.page}>
      <Panel title="Administer this portal">
        <div aria-live="polite">
          {polled.state === 'loading' && <Lines count={2} />}
          {polled.state === 'failed' && !claim.result && (
            <Notice
              role="alert"
              icon={<RiErrorWarningLine size={20} />}
              title="Could not ask the portal"
              action={
                <Button size="small" variant="secondary" onPress={refresh}>
                  Try again
                </Button>
              }
            >
              {causeOf(polled.error)}
            </Notice>
          )}
          {isReady && (
            <Notice
              icon={
                words.isDone ? (
                  <RiShieldCheckLine size={20} />
                ) : (
                  <RiShieldUserLine size={20} />
                )
              }
              title={words.title}
              action={
                <>
                  {words.canConfirm && (
                    <Button
                      variant="primary"
                      isPending={claim.isRunning}
                      onPress={() => claim.run()}
                    >
                      Become administrator
                    </Button>
                  )}
                  {words.isDone && (
                    <ButtonLink variant="primary" href={`${base}/permissions`}>
                      Who may do what
                    </ButtonLink>
                  )}
                </>
              }
            >
              {words.text}
            </Notice>
          )}
          {claim.error && (
            <p role="alert" className={styles.error}>
              {statusOf(claim.error) === 429
                ? 'Too many links were tried. Wait ten minutes.'
                : causeOf(claim.error)}
            </p>
          )}
        </div>
      </Panel>
    </main>
  );
}
