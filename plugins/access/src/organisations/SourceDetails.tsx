import type { ReactNode } from 'react';
import { Link } from '@backstage/ui';
import { Ago, plural } from '@callboard/page-parts';
import type { PeopleSource } from '@callboard/plugin-access-common';
import { ChangeLists } from './ChangeLists';
import { LeftOut } from './LeftOut';
import { intervalWords } from './parts/intervalWords';
import { SourceStatus } from './parts/SourceStatus';
import { took } from './parts/took';
import styles from './SourceDetails.module.css';
import { SyncTable } from './SyncTable';

/** All that is known of a source: what is wrong, when it is read, what changed last, who was left out, and its last syncs. */
export function SourceDetails({ source }: { source: PeopleSource }) {
  const { troubles, organisations, lastChange, syncs } = source;
  return (
    <div className={styles.details}>
      {troubles.length > 0 && (
        <ul className={styles.troubles}>
          {troubles.map(({ kind, severity, cause, remedy }) => (
            <li key={`${kind} ${cause}`} className={styles.trouble}>
              <SourceStatus status={severity} />
              <span className={styles.words}>
                {cause} <span className={styles.dim}>{remedy}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      <dl className={styles.facts}>
        {factsOf(source).map(([name, value]) => (
          <div key={name} className={styles.fact}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {lastChange && <ChangeLists sync={lastChange} />}
      <LeftOut source={source} />
      {syncs.length > 0 && <SyncTable syncs={syncs} />}
      {organisations && (
        <p className={styles.dim}>
          GitHub is read by the mirror, which asks only about what has changed.{' '}
          <Link href="/connections#catalog-from-github">
            Catalog from GitHub
          </Link>{' '}
          shows how it does, and removals that wait for an operator.
        </p>
      )}
    </div>
  );
}

function factsOf(source: PeopleSource): [string, ReactNode][] {
  const { users, groups, lastReadAt, lastSync, schedule } = source;
  const facts: [string, ReactNode][] = [];
  if (users !== undefined && groups !== undefined) {
    facts.push([
      'In the catalog',
      `${plural(users, 'user')}, ${plural(groups, 'group')}`,
    ]);
  }
  facts.push([
    'Read',
    lastReadAt ? (
      <>
        <Ago at={lastReadAt} />
        {lastSync?.outcome === 'read' && lastSync.by === 'schedule' && (
          <>, in {took(lastSync)}</>
        )}
      </>
    ) : (
      'not yet'
    ),
  ]);
  if (schedule?.runningSince) {
    facts.push([
      'Now',
      <>
        being read, since <Ago at={schedule.runningSince} />
      </>,
    ]);
  } else if (schedule?.nextAt) {
    facts.push(['Next', <Ago at={schedule.nextAt} />]);
  }
  if (schedule?.everyMs) {
    facts.push(['Interval', intervalWords(schedule.everyMs)]);
  }
  for (const { organisation, lastReadAt: at } of source.organisations ?? []) {
    facts.push([
      organisation,
      at ? (
        <>
          read <Ago at={at} />
        </>
      ) : (
        'not read yet'
      ),
    ]);
  }
  facts.push([
    'From',
    source.configKey ? (
      <code>{source.configKey}</code>
    ) : (
      <>
        the provider <code>{source.id}</code>
      </>
    ),
  ]);
  return facts;
}
