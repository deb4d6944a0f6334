import { CopyButton, Panel } from '@callboard/page-parts';
import { asEnvFile } from '@callboard/plugin-connections-common';
import { RiAlertFill } from '@remixicon/react';
import styles from './AppCreated.module.css';

/** The App's values for a secret store. They are in this page's memory only. */
export function AppVariables(props: { variables: Record<string, string> }) {
  const entries = Object.entries(props.variables);
  return (
    <Panel
      title="Put these into your secret store"
      count={entries.length}
      actions={
        <CopyButton
          text={asEnvFile(props.variables)}
          label="all of them"
          word="Copy all"
        />
      }
    >
      <div className={styles.variables}>
        <p className={styles.warning} role="alert">
          <RiAlertFill size={16} aria-hidden />
          They are shown once: neither the portal nor GitHub keeps them for you.
          Copy them before you leave this page.
        </p>
        {entries.map(([name, value]) => (
          <div key={name} className={styles.variable}>
            <div className={styles.variableHead}>
              <code>{name}</code>
              <CopyButton text={value} label={name} />
            </div>
            {/* A long value scrolls, which the keyboard has to reach. */}
            {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
            <pre className={styles.value} tabIndex={0} aria-label={name}>
              {value}
            </pre>
          </div>
        ))}
      </div>
    </Panel>
  );
}
