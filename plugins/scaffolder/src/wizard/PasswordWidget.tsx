import { PasswordField } from '@backstage/ui';
import { fieldClass } from '@callboard/page-parts';

/** What the form library gives a widget; the rest is not used here. */
interface WidgetProps {
  id: string;
  label?: string;
  schema: { title?: string };
  value?: string;
  required?: boolean;
  disabled?: boolean;
  readonly?: boolean;
  rawErrors?: string[];
  onChange(value: string | undefined): void;
}

/** The field of a secret parameter. Stock's widget of this name shows what is typed. */
export function PasswordWidget(props: WidgetProps) {
  const { id, label, schema, value, required, disabled, readonly } = props;
  const { rawErrors, onChange } = props;
  return (
    <PasswordField
      id={id}
      label={label || schema.title || 'Secret'}
      description="Kept encrypted, masked in every log, and gone when the run ends."
      className={fieldClass}
      autoComplete="off"
      isRequired={required}
      isDisabled={disabled || readonly}
      isInvalid={Boolean(rawErrors?.length)}
      value={value ?? ''}
      onChange={typed => onChange(typed === '' ? undefined : typed)}
    />
  );
}
