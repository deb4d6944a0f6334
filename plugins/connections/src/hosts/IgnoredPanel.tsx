import { Panel, StatusIcon } from '@callboard/page-parts';
import type { ConnectionsOverview } from '@callboard/plugin-connections-common';
import styles from './IgnoredPanel.module.css';

/** What the configuration says without effect. */
export function IgnoredPanel(props: {
  ignored: ConnectionsOverview['ignored'];
}) {
  return (
    <Panel title="Configuration without effect" count={props.ignored.length}>
      <ul className={styles.list}>
        {props.ignored.map(({ host, configKey, reason }) => (
          <li key={configKey} className={styles.row}>
            <StatusIcon status="warn" />
            <span>
              <code>{configKey}</code> ({host}) has no effect: {reason}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
