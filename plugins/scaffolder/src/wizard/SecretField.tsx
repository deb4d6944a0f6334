import { PasswordField } from '@backstage/ui';
import {
  useTemplateSecrets,
  type FieldExtensionComponentProps,
} from '@backstage/plugin-scaffolder-react';
import { ScaffolderField } from '@backstage/plugin-scaffolder-react/alpha';
import { fieldClass } from '@callboard/page-parts';

/** `ui:field: Secret`: the value goes into the run's secrets, and stars of its length into the form. */
export function SecretField(props: FieldExtensionComponentProps<string>) {
  const { name, onChange, schema, rawErrors, disabled, required } = props;
  const { setSecrets, secrets } = useTemplateSecrets();
  const { title, description, minLength, maxLength } = schema;
  return (
    <ScaffolderField
      rawErrors={rawErrors}
      rawDescription={props.uiSchema['ui:description'] ?? description}
      disabled={disabled}
      required={required}
    >
      <PasswordField
        label={title ?? name}
        className={fieldClass}
        autoComplete="off"
        isRequired={required}
        isDisabled={disabled}
        isInvalid={rawErrors?.length > 0}
        minLength={minLength}
        maxLength={maxLength}
        value={secrets[name] ?? ''}
        onChange={value => {
          setSecrets({ [name]: value });
          onChange(value === '' ? undefined : '*'.repeat(value.length));
        }}
      />
    </ScaffolderField>
  );
}
