import { useState, type FormEvent } from 'react';
import { Button, Select, TextField } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import { causeOf, fieldClass, Panel, useAction } from '@callboard/page-parts';
import type { OrganisationStatus } from '@callboard/plugin-github-common';
import { githubApiRef } from '../api/GithubApi';
import styles from './PlanForm.module.css';

const ANOTHER = 'another';

/** Chooses an organisation and has a plan made. A plan changes nothing. */
export function PlanForm(props: {
  organisations: OrganisationStatus[];
  onOpen(id: string): void;
}) {
  const { organisations, onOpen } = props;
  const api = useApi(githubApiRef);
  const [chosen, setChosen] = useState(
    organisations.length > 0 ? keyOf(organisations[0]) : ANOTHER,
  );
  const [name, setName] = useState('');
  const mirrored = organisations.find(one => keyOf(one) === chosen);
  const planning = useAction(async () => {
    const run = await api.plan(
      mirrored
        ? { host: mirrored.host, organisation: mirrored.organisation }
        : { organisation: name.trim() },
    );
    onOpen(run.id);
  });
  const isMissing = !mirrored && !name.trim();

  return (
    <Panel title="Import repositories">
      <form
        className={styles.form}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          if (!isMissing) planning.run();
        }}
      >
        <p className={styles.text}>
          Looks at every repository of an organisation: which have a descriptor,
          which have one that the catalog cannot use, and what can be made of
          the others. Nothing is changed before you have seen the plan and said
          so.
        </p>
        <div className={styles.fields}>
          {organisations.length > 0 && (
            <Select
              label="Organisation"
              className={fieldClass}
              options={[
                ...organisations.map(one => ({
                  id: keyOf(one),
                  label: `${one.organisation} on ${one.host}`,
                })),
                { id: ANOTHER, label: 'Another one' },
              ]}
              value={chosen}
              onChange={id => setChosen(String(id))}
            />
          )}
          {!mirrored && (
            <TextField
              label="Name of the organisation"
              description="Its repositories can get pull requests. To register them the portal has to mirror it, too."
              className={fieldClass}
              value={name}
              onChange={setName}
              isRequired
            />
          )}
        </div>
        <div className={styles.actions}>
          <Button
            type="submit"
            variant="primary"
            isPending={planning.isRunning}
            isDisabled={isMissing}
          >
            Make a plan
          </Button>
        </div>
        {planning.error && (
          <p className={styles.error} role="alert">
            {causeOf(planning.error)}
          </p>
        )}
      </form>
    </Panel>
  );
}

function keyOf({ host, organisation }: OrganisationStatus) {
  return `${host}/${organisation}`;
}
