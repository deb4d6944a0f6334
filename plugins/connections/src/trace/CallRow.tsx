import { useId } from 'react';
import { MiddleTruncated, relativeTime } from '@callboard/page-parts';
import type {
  GithubHostFacts,
  TraceItem,
} from '@callboard/plugin-connections-common';
import { credentialName } from '../hosts/credentialNames';
import { useOverview } from '../page/OverviewContext';
import { None } from '../parts/None';
import { StatusWords } from '../parts/StatusWords';
import table from '../parts/Table.module.css';
import { CallDetail } from './CallDetail';
import { callOutcome } from './callOutcome';
import { personName } from './personName';
import styles from './CallsTable.module.css';

/** What served, also where it is none of the portal's own. */
function credentialOf(call: TraceItem, hosts: GithubHostFacts[]): string {
  const { credentialId, credentialKind, person } = call;
  if (credentialId) return credentialName(credentialId, hosts);
  if (credentialKind === 'user')
    return person ? `${personName(person)}’s own` : 'the person’s own';
  return credentialKind === 'unknown' ? 'not known' : 'nobody';
}

/** One request; its first cell is the button that opens it. */
export function CallRow(props: {
  call: TraceItem;
  isOpen: boolean;
  /** Whether the list has calls to several GitHubs. */
  showsHost: boolean;
  onToggle(): void;
}) {
  const { call, isOpen, showsHost, onToggle } = props;
  const { hosts } = useOverview().overview;
  const detailId = useId();
  const outcome = callOutcome(call);
  const at = new Date(call.at);
  const credential = credentialOf(call, hosts);
  return (
    <>
      {/* The whole row is the mouse's target; the keyboard has the button. */}
      {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions */}
      <tr className={styles.row} data-open={isOpen} onClick={onToggle}>
        <td className={styles.time}>
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={isOpen}
            aria-controls={isOpen ? detailId : undefined}
            title={at.toLocaleString()}
            onClick={event => {
              event.stopPropagation();
              onToggle();
            }}
          >
            {relativeTime({ at, now: new Date(), style: 'narrow' })}
          </button>
        </td>
        <td className={styles.plugin} title={call.plugin}>
          {call.plugin}
        </td>
        {showsHost && (
          <td className={styles.host} title={call.host}>
            {call.host}
          </td>
        )}
        <td className={styles.roomy} title={call.person}>
          <CallPerson call={call} />
        </td>
        <td className={styles.path}>
          <span className={`${styles.request} ${table.code}`}>
            <span className={styles.method}>{call.method}</span>
            <MiddleTruncated text={call.path} />
          </span>
        </td>
        <td className={styles.credential} title={call.credentialId}>
          {credential}
        </td>
        <td className={styles.status}>
          <StatusWords status={outcome.status} title={outcome.sentence}>
            {outcome.short}
          </StatusWords>
        </td>
        <td className={`${styles.roomy} ${table.number}`}>{call.cost}</td>
        <td className={`${styles.roomy} ${table.number}`}>
          {call.remaining?.toLocaleString('en') ?? <None word="not told" />}
        </td>
        <td className={`${styles.roomy} ${styles.last} ${table.number}`}>
          {call.waitedMs > 0 ? `${Math.round(call.waitedMs)} ms` : <None />}
        </td>
      </tr>
      {isOpen && (
        <tr className={styles.detail} id={detailId}>
          <td colSpan={showsHost ? 10 : 9}>
            <CallDetail
              call={call}
              credential={credential}
              sentence={outcome.sentence}
            />
          </td>
        </tr>
      )}
    </>
  );
}

/** Who asked; a call with a person's own credential has somebody behind it even where the trace does not know whom. */
function CallPerson(props: { call: TraceItem }) {
  const { person, credentialKind } = props.call;
  if (person) return <>{personName(person)}</>;
  return credentialKind === 'user' ? (
    <span className={table.dim}>not known</span>
  ) : (
    <None word="nobody" />
  );
}
