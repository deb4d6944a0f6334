import { useApi } from '@backstage/frontend-plugin-api';
import {
  causeOf,
  Lines,
  Notice,
  Panel,
  usePolled,
} from '@callboard/page-parts';
import { RiUserLine } from '@remixicon/react';
import { AccessProblem } from '../parts/AccessProblem';
import { sessionsApiRef } from './api/SessionsApi';
import { PersonRow } from './PersonRow';
import styles from './SessionsPanel.module.css';

const EVERY_MS = 30_000;

/** Who has a session with the portal, and a way to end it. */
export function SessionsPanel() {
  const api = useApi(sessionsApiRef);
  const { polled, refresh } = usePolled({
    key: 'sessions',
    everyMs: EVERY_MS,
    load: signal => api.list({ signal }),
  });
  const answer = polled.state === 'ready' ? polled.value : undefined;
  const isHeld = answer?.people.some(person => person.isHeld);
  return (
    <Panel title="Sessions" count={answer?.people.length || undefined}>
      {polled.state === 'loading' && <Lines count={3} />}
      {polled.state === 'failed' && (
        <AccessProblem
          what="who has a session"
          error={polled.error}
          retry={refresh}
        />
      )}
      {polled.state === 'ready' && polled.outdated && (
        <p className={styles.note} role="status">
          This may be out of date. {causeOf(polled.outdated)}
        </p>
      )}
      {isHeld && (
        <p className={styles.warning} role="status">
          Many User entities have left the catalog at once, which looks like a
          failed sync. These people keep their sessions, and own nothing until
          the entities are back.
        </p>
      )}
      {answer?.people.length === 0 && (
        <Notice icon={<RiUserLine size={20} />} title="Nobody has a session">
          Whoever is signed in stands here, from a few seconds after they first
          ask the portal for something.
        </Notice>
      )}
      {answer && answer.people.length > 0 && (
        <ul className={styles.list} aria-label="People with a session">
          {answer.people.map(person => (
            <PersonRow
              key={person.userEntityRef}
              person={person}
              mayManage={answer.mayManage}
              refresh={refresh}
            />
          ))}
        </ul>
      )}
    </Panel>
  );
}
