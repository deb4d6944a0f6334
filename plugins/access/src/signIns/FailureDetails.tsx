import type { ReactNode } from 'react';
import { Link } from '@backstage/ui';
import { Ago, plural } from '@callboard/page-parts';
import type { ExplainedSignInFailure } from '@callboard/plugin-access-common';
import styles from './FailureDetails.module.css';

/** All that is known of a failed sign-in: what to do, what was tried, who came near, whom the provider named. */
export function FailureDetails(props: { failure: ExplainedSignInFailure }) {
  const { failure } = props;
  const { remedies, attempts, near, links = [] } = failure;
  return (
    <div className={styles.details}>
      <ul className={styles.remedies} aria-label="What to do">
        {remedies.map(remedy => (
          <li key={remedy}>{remedy}</li>
        ))}
      </ul>
      {attempts.length > 0 && (
        <div>
          <h3 className={styles.title}>What was tried</h3>
          <ol className={styles.attempts}>
            {attempts.map(({ resolver, lookedFor, found }) => (
              <li key={resolver}>
                <code>{resolver}</code>
                {lookedFor ? <> looked for {lookedFor}: </> : ': '}
                {found}
              </li>
            ))}
          </ol>
        </div>
      )}
      {near.length > 0 && (
        <div>
          <h3 className={styles.title}>Users that came near</h3>
          <ul className={styles.attempts}>
            {near.map(({ userEntityRef, displayName, because }) => (
              <li key={userEntityRef}>
                <Link href={pathOf(userEntityRef)}>
                  {displayName ?? userEntityRef}
                </Link>{' '}
                <span className={styles.dim}>
                  {userEntityRef}, {because}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <dl className={styles.facts}>
        {factsOf(failure).map(([name, value]) => (
          <div key={name} className={styles.fact}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {links.map(({ title, href }) => (
          <div key={href} className={styles.fact}>
            <dt>For the person</dt>
            <dd>
              {title}: <span className={styles.dim}>{href}</span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function factsOf(failure: ExplainedSignInFailure): [string, ReactNode][] {
  const { detail, person = {}, provider, at, times } = failure;
  const facts: [string, ReactNode][] = [
    ['Reason', detail],
    [
      'Account',
      [person.userName, person.displayName].filter(Boolean).join(', '),
    ],
    ['E-mail address', person.email],
    ['Id at the provider', person.subject],
    ['User', person.userEntityRef],
    ['Provider', provider],
    [
      'Last',
      <>
        <Ago at={at} />
        {times > 1 && `, ${plural(times, 'time')} in a row`}
      </>,
    ],
  ];
  return facts.filter(([, value]) => Boolean(value));
}

/** `user:default/priya` */
function pathOf(userEntityRef: string): string {
  const [, kind, namespace, name] =
    /^([^:]+):([^/]+)\/(.+)$/.exec(userEntityRef) ?? [];
  return `/catalog/${namespace}/${kind}/${name}`;
}
