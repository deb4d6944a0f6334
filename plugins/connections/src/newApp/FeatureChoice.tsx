import { Checkbox, CheckboxGroup } from '@backstage/ui';
import { Panel } from '@callboard/page-parts';
import type { FeatureFacts } from '@callboard/plugin-connections-common';
import styles from './FeatureChoice.module.css';

/** What the portal is to do at GitHub. What is switched on is chosen at first. */
export function FeatureChoice(props: {
  features: FeatureFacts[];
  chosen: ReadonlySet<string>;
  onChange(chosen: ReadonlySet<string>): void;
}) {
  const { features, chosen, onChange } = props;
  const sorted = [...features].sort((a, b) => Number(b.on) - Number(a.on));
  return (
    <Panel title="What it is for" count={chosen.size}>
      <CheckboxGroup
        aria-label="What the App is for"
        className={styles.group}
        value={[...chosen]}
        onChange={ids => onChange(new Set(ids))}
      >
        {sorted.map(({ id, title, on, because, permissions }) => (
          <div key={id} className={styles.feature}>
            <Checkbox value={id}>{title}</Checkbox>
            <p className={styles.note} title={because}>
              {on ? 'Switched on' : 'Off'}
              {permissions.length === 0 && ', needs no permission of the App'}
            </p>
          </div>
        ))}
      </CheckboxGroup>
    </Panel>
  );
}
