import type { FieldExtensionOptions } from '@backstage/plugin-scaffolder-react';
import type { formFieldsApiRef } from '@backstage/plugin-scaffolder-react/alpha';
import { SecretField } from './SecretField';

/** The fields that a form of a template may use: stock's, those that plugins bring, and the one for secrets. */
export async function loadFieldExtensions(
  api: typeof formFieldsApiRef.T,
): Promise<FieldExtensionOptions<any, any>[]> {
  const loaded = await api.loadFormFields();
  // The type says nothing of what a form field holds; stock's own pages read it the same way.
  const fields = (loaded as unknown as FieldExtensionOptions[]).filter(
    ({ name, component }) => typeof name === 'string' && component,
  );
  const secret: FieldExtensionOptions = {
    name: 'Secret',
    component: SecretField as FieldExtensionOptions['component'],
  };
  return fields.some(({ name }) => name === 'Secret')
    ? fields
    : [secret, ...fields];
}
