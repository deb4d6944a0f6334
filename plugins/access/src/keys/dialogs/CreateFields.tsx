import {
  Checkbox,
  CheckboxGroup,
  Radio,
  RadioGroup,
  Select,
  Switch,
  TextField,
} from '@backstage/ui';
import { fieldClass } from '@callboard/page-parts';
import styles from './Dialogs.module.css';
import type { KeyDraft } from './KeyDraft';

const LIFETIMES = [7, 30, 90, 180, 365];

/** What the key is called, what it opens and how long. */
export function CreateFields(props: {
  draft: KeyDraft;
  /** Ids of the plugins that there are. */
  plugins: string[];
  onChange(draft: KeyDraft): void;
}) {
  const { draft, plugins, onChange } = props;
  const set = (change: Partial<KeyDraft>) => onChange({ ...draft, ...change });
  return (
    <>
      <TextField
        // eslint-disable-next-line jsx-a11y/no-autofocus -- the dialog begins with it
        autoFocus
        isRequired
        className={fieldClass}
        label="Name"
        description="The machine or the job that has it"
        value={draft.name}
        maxLength={100}
        onChange={name => set({ name })}
      />
      <TextField
        className={fieldClass}
        label="Owner"
        description="Who answers for it, as group:default/platform. Without one it is you."
        value={draft.owner}
        onChange={owner => set({ owner })}
      />
      <RadioGroup
        label="Opens"
        orientation="horizontal"
        value={draft.opens}
        onChange={opens => set({ opens: opens as KeyDraft['opens'] })}
      >
        <Radio value="plugins">These plugins</Radio>
        <Radio value="everything">Everything</Radio>
      </RadioGroup>
      {draft.opens === 'plugins' && (
        <>
          <div className={styles.plugins}>
            <CheckboxGroup
              aria-label="Plugins"
              value={draft.plugins}
              onChange={chosen => set({ plugins: chosen })}
            >
              {plugins.map(id => (
                <Checkbox key={id} value={id}>
                  {id}
                </Checkbox>
              ))}
            </CheckboxGroup>
          </div>
          <p className={styles.note}>
            To read entities: catalog. To search: search. To read docs: techdocs
            and catalog. To start a template and follow its log: scaffolder and
            catalog. All but the first ask plugins in the name of the key, so
            they need one without “Reads only” and without permissions.
          </p>
          <TextField
            className={fieldClass}
            label="Permissions"
            description="With commas between them, as catalog.entity.read. Without any: all of these plugins."
            value={draft.permissions}
            onChange={permissions => set({ permissions })}
          />
        </>
      )}
      <Switch
        label="Reads only"
        isSelected={draft.readOnly}
        onChange={readOnly => set({ readOnly })}
      />
      <Select
        className={fieldClass}
        label="Expires after"
        size="medium"
        options={LIFETIMES.map(days => ({
          id: String(days),
          label: `${days} days`,
        }))}
        value={String(draft.expiresInDays)}
        onChange={days => set({ expiresInDays: Number(days) })}
      />
    </>
  );
}
