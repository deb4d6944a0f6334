import { CopyButton, Panel } from '@callboard/page-parts';
import styles from './AppCreated.module.css';

/** What goes into the configuration for the App to be used. It names the variables, and holds no secret. */
export function AppConfig(props: { config: string }) {
  const { config } = props;
  return (
    <Panel
      title="Put this into your configuration"
      actions={<CopyButton text={config} label="the configuration" />}
    >
      <div className={styles.variables}>
        {/* A long one scrolls, which the keyboard has to reach. */}
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <pre className={styles.value} tabIndex={0} aria-label="Configuration">
          {config}
        </pre>
      </div>
    </Panel>
  );
}
