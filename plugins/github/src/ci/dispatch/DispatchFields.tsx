import { Lines } from '@callboard/page-parts';
import styles from './DispatchDialog.module.css';
import { DispatchField } from './DispatchField';
import type { AskedInputs } from './useDispatchInputs';

/** What the workflow asks for on the branch that is named. */
export function DispatchFields(props: {
  asked: AskedInputs;
  values: Record<string, string>;
  wrong: Record<string, string>;
  onChange(name: string, value: string): void;
}) {
  const { asked, values, wrong, onChange } = props;
  if (asked.problem)
    return (
      <p className={styles.error} role="alert">
        {asked.problem}
      </p>
    );
  if (!asked.inputs)
    return <Lines count={2} label="Reading what the workflow asks for" />;
  return (
    <>
      {asked.inputs.map(input => (
        <DispatchField
          key={input.name}
          input={input}
          value={values[input.name]}
          wrong={wrong[input.name]}
          onChange={value => onChange(input.name, value)}
        />
      ))}
    </>
  );
}
