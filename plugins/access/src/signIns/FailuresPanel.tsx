import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Button, SearchField } from '@backstage/ui';
import {
  causeOf,
  Lines,
  Notice,
  Panel,
  usePolled,
} from '@callboard/page-parts';
import type { ExplainedSignInFailure } from '@callboard/plugin-access-common';
import { RiLoginBoxLine } from '@remixicon/react';
import { useSearchParams } from 'react-router-dom';
import { AccessProblem } from '../parts/AccessProblem';
import { signInsApiRef } from './api/SignInsApi';
import { FailureRow } from './FailureRow';
import styles from './FailuresPanel.module.css';

const EVERY_MS = 15_000;
const FIRST = 50;

/** Sign-ins that failed, newest first. The search, for a reference or a name, is in the address. */
export function FailuresPanel() {
  const api = useApi(signInsApiRef);
  const { polled, refresh } = usePolled({
    key: 'sign-ins',
    everyMs: EVERY_MS,
    load: signal => api.list({ signal }),
  });
  const [params, setParams] = useSearchParams();
  const [showsAll, setShowsAll] = useState(false);
  const search = params.get('search') ?? '';
  const failures = polled.state === 'ready' ? polled.value : [];
  const found = failures.filter(failure => fits({ failure, search }));
  const shown = showsAll ? found : found.slice(0, FIRST);
  return (
    <Panel
      title="Failed sign-ins"
      count={failures.length || undefined}
      actions={
        failures.length > 0 && (
          <SearchField
            size="small"
            aria-label="Find by reference or person"
            placeholder="Reference or person"
            value={search}
            onChange={value =>
              setParams(value ? { search: value } : {}, { replace: true })
            }
          />
        )
      }
    >
      {polled.state === 'loading' && <Lines count={4} />}
      {polled.state === 'failed' && (
        <AccessProblem
          what="who could not sign in"
          error={polled.error}
          retry={refresh}
        />
      )}
      {polled.state === 'ready' && polled.outdated && (
        <p className={styles.outdated} role="status">
          This may be out of date. {causeOf(polled.outdated)}
        </p>
      )}
      {polled.state === 'ready' && found.length === 0 && (
        <Notice
          icon={<RiLoginBoxLine size={20} />}
          title={
            search
              ? 'No failed sign-in fits the search'
              : 'No sign-in has failed'
          }
        >
          {search
            ? 'A reference has the form K7F-2QX. Failures are kept for 30 days.'
            : 'A sign-in that fails stands here for 30 days, with the reference that the person was told, what was tried, and what to do.'}
        </Notice>
      )}
      {shown.map(failure => (
        <FailureRow
          key={failure.reference}
          failure={failure}
          isOpenAtFirst={found.length === 1 && search !== ''}
        />
      ))}
      {shown.length < found.length && (
        <div className={styles.more}>
          <Button
            size="small"
            variant="tertiary"
            onPress={() => setShowsAll(true)}
          >
            Show older ones
          </Button>
        </div>
      )}
    </Panel>
  );
}

function fits(options: { failure: ExplainedSignInFailure; search: string }) {
  const { failure, search } = options;
  const { reference, provider, person = {} } = failure;
  return [reference, provider, ...Object.values(person)].some(text =>
    text?.toLowerCase().includes(search.trim().toLowerCase()),
  );
}
