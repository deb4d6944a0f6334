import { Disclosure, StatusIcon } from '@callboard/page-parts';
import type { PlannedCall } from '@callboard/plugin-scaffolder-common';
import styles from './CallList.module.css';

/** The calls that a run would make, in their order, each with what it needs and whether the credential that would serve has it. */
export function CallList(props: {
  calls: PlannedCall[];
  /** Names of steps by id. */
  steps: Map<string, string>;
}) {
  const { calls, steps } = props;
  if (calls.length === 0)
    return <p className={styles.none}>It would call nobody.</p>;
  return (
    <ol className={styles.calls}>
      {calls.map((call, index) => (
        <li key={index}>
          <Disclosure
            summary={
              <span className={styles.row}>
                <Granted granted={call.granted} />
                <span className={styles.method}>{call.method}</span>
                <span className={styles.url} title={call.url}>
                  {call.url}
                </span>
                <span className={styles.permission}>
                  {call.permission?.title}
                </span>
              </span>
            }
          >
            <p className={styles.text}>
              {steps.get(call.stepId) ?? call.stepId}
              {call.note && `: ${call.note}`}
            </p>
            <p className={styles.text}>
              <code>
                {call.method} {call.url}
              </code>
            </p>
            <p className={styles.text}>{permissionWords(call)}</p>
            {call.body !== undefined && (
              // It may be wider than the page, and then it scrolls by the keyboard, too.
              // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
              <pre className={styles.body} tabIndex={0}>
                {JSON.stringify(call.body, null, 2)}
              </pre>
            )}
          </Disclosure>
        </li>
      ))}
    </ol>
  );
}

function Granted(props: { granted: boolean | undefined }) {
  const { granted } = props;
  if (granted === undefined)
    return <StatusIcon status="off" word="Not known whether it is granted" />;
  return granted ? (
    <StatusIcon status="pass" word="Granted" />
  ) : (
    <StatusIcon status="fail" word="Missing" />
  );
}

function permissionWords(call: PlannedCall): string {
  const { permission, granted } = call;
  if (!permission) return 'Needs no permission that the portal knows of.';
  if (granted === undefined)
    return `Needs ${permission.title}; nobody can tell whether it is granted.`;
  return granted
    ? `Needs ${permission.title}, which is granted.`
    : `Needs ${permission.title}, which is missing.`;
}
