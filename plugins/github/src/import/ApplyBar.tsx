import { useState } from 'react';
import { Button, Radio, RadioGroup } from '@backstage/ui';
import { plural } from '@callboard/page-parts';
import type { ImportMode, ImportRun } from '@callboard/plugin-github-common';
import { ConfirmDialog } from './ConfirmDialog';
import styles from './ApplyBar.module.css';

/** How what is chosen is applied, how many that are, and the button that asks once more. */
export function ApplyBar(props: {
  run: ImportRun;
  mode: ImportMode;
  onMode(mode: ImportMode): void;
  repositories: string[];
  /** How many could be chosen. */
  of: number;
  onApplied(): void;
}) {
  const { run, mode, onMode, repositories, of, onApplied } = props;
  const [isAsking, setAsking] = useState(false);
  const count = plural(repositories.length, 'repository', 'repositories');
  return (
    <div className={styles.bar}>
      <RadioGroup
        label="How"
        orientation="horizontal"
        value={mode}
        onChange={value => onMode(value as ImportMode)}
      >
        <Radio value="register">Register at once</Radio>
        <Radio value="pull-request">Open pull requests</Radio>
      </RadioGroup>
      <span className={styles.count} aria-live="polite">
        {of > 0
          ? `${repositories.length} of ${of} chosen`
          : 'Nothing is left to do in this way'}
      </span>
      <Button
        variant="primary"
        isDisabled={repositories.length === 0}
        onPress={() => setAsking(true)}
      >
        {mode === 'register' ? `Register ${count}` : `Propose to ${count}`}
      </Button>
      {isAsking && (
        <ConfirmDialog
          run={run}
          mode={mode}
          repositories={repositories}
          onClose={() => setAsking(false)}
          onApplied={onApplied}
        />
      )}
    </div>
  );
}
