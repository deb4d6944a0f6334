import { Select, Switch, TextField } from '@backstage/ui';
import { fieldClass } from '@callboard/page-parts';
import type { DispatchInput } from '@callboard/plugin-github-common';
import styles from './DispatchDialog.module.css';

/** One input of a workflow as the field of its type. */
export function DispatchField(props: {
  input: DispatchInput;
  value: string;
  /** What is wrong with it. */
  wrong?: string;
  onChange(value: string): void;
}) {
  const { input, value, wrong, onChange } = props;
  const { name, type, description, required, options = [] } = input;
  if (type === 'boolean') {
    return (
      <div>
        <Switch
          label={name}
          isSelected={value === 'true'}
          onChange={isOn => onChange(String(isOn))}
        />
        {description && <p className={styles.note}>{description}</p>}
      </div>
    );
  }
  const isList =
    type === 'choice' || (type === 'environment' && options.length > 0);
  return (
    <div>
      {isList ? (
        <Select
          className={fieldClass}
          label={name}
          description={description}
          size="medium"
          isRequired={required}
          options={options.map(option => ({ id: option, label: option }))}
          value={value || null}
          onChange={next => onChange(String(next ?? ''))}
        />
      ) : (
        <TextField
          className={fieldClass}
          label={name}
          description={description}
          isRequired={required}
          isInvalid={Boolean(wrong)}
          inputMode={type === 'number' ? 'decimal' : undefined}
          value={value}
          onChange={onChange}
        />
      )}
      {wrong && <p className={styles.error}>{wrong}</p>}
    </div>
  );
}
