import { useState, type FormEvent } from 'react';
import { Button, Select, TextField } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  causeOf,
  fieldClass,
  Lines,
  Notice,
  Panel,
  statusOf,
  usePolled,
} from '@callboard/page-parts';
import { RiErrorWarningLine, RiQuestionLine } from '@remixicon/react';
import { useSearchParams } from 'react-router-dom';
import { permissionsApiRef } from '../api/PermissionsApi';
import { AccessProblem } from '../../parts/AccessProblem';
import { Answer } from './Answer';
import styles from './ExplainPanel.module.css';

const EVERY_MS = 60_000;
const FIELDS = ['user', 'permission', 'entity'] as const;

/** A question and its answer. The question stands in the address, so that an answer can be shown to somebody else. */
export function ExplainPanel() {
  const api = useApi(permissionsApiRef);
  const [search, setSearch] = useSearchParams();
  const asked = questionIn(search);
  const [draft, setDraft] = useState(asked);
  const { polled: known } = usePolled({
    key: 'permissions',
    everyMs: EVERY_MS,
    load: signal => api.permissions({ signal }),
  });
  const key =
    asked.user && asked.permission ? JSON.stringify(asked) : undefined;
  const { polled, refresh } = usePolled({
    key,
    everyMs: EVERY_MS,
    load: signal =>
      api.explain({ ...asked, entity: asked.entity || undefined }, { signal }),
  });
  const permissions = known.state === 'ready' ? known.value : [];
  const chosen = permissions.find(({ name }) => name === draft.permission);
  const isOnEntity = !chosen || chosen.resourceType === 'catalog-entity';
  const set = (change: Partial<typeof draft>) =>
    setDraft({ ...draft, ...change });

  function ask(event: FormEvent) {
    event.preventDefault();
    const next = new URLSearchParams();
    for (const field of FIELDS) {
      const value = draft[field].trim();
      if (value && (field !== 'entity' || isOnEntity)) next.set(field, value);
    }
    setSearch(next);
    if (next.toString() === search.toString()) refresh();
  }

  return (
    <Panel title="May somebody do this?">
      <form className={styles.form} onSubmit={ask}>
        <TextField
          className={fieldClass}
          label="User"
          placeholder="user:default/jane"
          value={draft.user}
          onChange={user => set({ user })}
          isRequired
        />
        <Select
          className={fieldClass}
          label="Permission"
          search
          options={permissions.map(({ name }) => ({ id: name, label: name }))}
          value={draft.permission || null}
          onChange={permission => set({ permission: String(permission ?? '') })}
          isRequired
        />
        <TextField
          className={fieldClass}
          label="Entity"
          secondaryLabel="Optional"
          placeholder="component:default/web"
          value={isOnEntity ? draft.entity : ''}
          isDisabled={!isOnEntity}
          onChange={entity => set({ entity })}
        />
        <Button
          type="submit"
          variant="primary"
          isDisabled={!draft.user.trim() || !draft.permission}
        >
          Explain
        </Button>
      </form>
      <div aria-live="polite">
        {!key && (
          <Notice
            icon={<RiQuestionLine size={20} />}
            title="The portal tells what decides"
          >
            Name a person and a permission: the answer has the roles that gave
            it, where they come from, and what would change it.
          </Notice>
        )}
        {key && polled.state === 'loading' && <Lines count={3} />}
        {polled.state === 'failed' &&
          (statusOf(polled.error) === 404 || statusOf(polled.error) === 400 ? (
            <Notice
              role="alert"
              icon={<RiErrorWarningLine size={20} />}
              title="This cannot be answered"
            >
              {causeOf(polled.error)}
            </Notice>
          ) : (
            <AccessProblem
              what="the answer"
              error={polled.error}
              retry={refresh}
            />
          ))}
        {polled.state === 'ready' && <Answer explanation={polled.value} />}
      </div>
    </Panel>
  );
}

function questionIn(search: URLSearchParams) {
  return {
    user: search.get('user') ?? '',
    permission: search.get('permission') ?? '',
    entity: search.get('entity') ?? '',
  };
}
