import type { ReactNode } from 'react';
import { RiErrorWarningLine } from '@remixicon/react';
import { Ago, OutLink } from '@callboard/page-parts';
import type { RunCause } from '@callboard/plugin-scaffolder-common';
import { CauseDetail } from './CauseDetail';
import styles from './CauseNotice.module.css';

/** Why a run failed and what to do about it. Without a known cause, the sentence that the action gave. */
export function CauseNotice(props: {
  cause?: RunCause;
  /** The first line of the error, where no cause is known. */
  error?: string;
  /** The name of the step that failed. */
  step?: string;
  actions?: ReactNode;
}) {
  const { cause, error, step, actions } = props;
  return (
    <section className={styles.cause} role="alert" aria-label="Why it failed">
      <RiErrorWarningLine size={20} className={styles.icon} aria-hidden />
      <div className={styles.words}>
        <h3 className={styles.title}>
          {cause?.title ?? error ?? 'The run failed, and did not say why.'}
        </h3>
        {cause?.remedy && <p className={styles.text}>{cause.remedy}</p>}
        <dl className={styles.facts}>
          {step && <Fact name="Step">{step}</Fact>}
          {cause?.permission && (
            <Fact name="Missing permission">{cause.permission}</Fact>
          )}
          {cause?.until && (
            <Fact name="Of use again">
              <Ago at={cause.until} />, at {clock(cause.until)}
            </Fact>
          )}
        </dl>
        {cause && <CauseDetail cause={cause} />}
        {(cause?.link || actions) && (
          <div className={styles.actions}>
            {actions}
            {cause?.link && isWeb(cause.link) && (
              <OutLink href={cause.link}>
                {cause.linkTitle ?? 'Where to mend it'}
              </OutLink>
            )}
          </div>
        )}
      </div>
    </section>
  );
}

function Fact(props: { name: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

/** A page of the portal or of the web; never a script. */
function isWeb(link: string): boolean {
  return /^(https?:\/\/|\/(?!\/))/.test(link);
}

function clock(at: string): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? at : date.toTimeString().slice(0, 5);
}
