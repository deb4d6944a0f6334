import { plural } from '@callboard/page-parts';
import { CallList } from './CallList';
import { FileList } from './FileList';
import type { UnreachableStep } from './plannable';
import type { DryRun } from './readDryRun';
import styles from './DryRunView.module.css';

/** The result of a dry run. */
export function DryRunView(props: {
  dryRun: DryRun;
  unreachable: UnreachableStep[];
}) {
  const { dryRun, unreachable } = props;
  const { calls, files, unplanned, steps, hasPlan } = dryRun;
  const missing = calls.filter(({ granted }) => granted === false).length;
  return (
    <div className={styles.view}>
      <section aria-label="Calls">
        <h3 className={styles.title}>
          {hasPlan
            ? `${plural(calls.length, 'call')} would be made`
            : 'Calls that would be made'}
          {missing > 0 && (
            <span className={styles.missing}>
              {plural(missing, 'permission')} missing
            </span>
          )}
        </h3>
        {hasPlan ? (
          <CallList calls={calls} steps={steps} />
        ) : (
          <p className={styles.text}>
            This portal’s backend does not plan calls: it lacks
            @callboard/plugin-scaffolder-backend-module-runs.
          </p>
        )}
      </section>
      {(unplanned.length > 0 || unreachable.length > 0) && (
        <section aria-label="What cannot be told">
          <h3 className={styles.title}>What cannot be told</h3>
          <ul className={styles.list}>
            {unplanned.map(({ stepId, action, reason }, index) => (
              <li key={`${index} ${stepId}`} className={styles.text}>
                <strong>{steps.get(stepId) ?? stepId}</strong>{' '}
                <code>{action}</code> {reason}
              </li>
            ))}
            {unreachable.map(({ stepId, url }) => (
              <li key={stepId} className={styles.text}>
                <strong>{steps.get(stepId) ?? stepId}</strong> reads{' '}
                <code>{url}</code>, which only a run can find.
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-label="Files">
        <h3 className={styles.title}>
          {plural(files.length, 'file')} would be made
        </h3>
        <FileList files={files} />
      </section>
    </div>
  );
}
