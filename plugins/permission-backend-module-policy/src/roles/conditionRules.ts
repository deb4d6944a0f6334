/** What a parameter of a rule takes. */
type Parameter = 'text' | 'text?' | 'list';

/** The catalog's own rules on entities, by name, with their parameters. */
export const conditionRules: Record<string, Record<string, Parameter>> = {
  HAS_ANNOTATION: { annotation: 'text', value: 'text?' },
  HAS_LABEL: { label: 'text', value: 'text?' },
  HAS_METADATA: { key: 'text', value: 'text?' },
  HAS_SPEC: { key: 'text', value: 'text?' },
  IS_ENTITY_KIND: { kinds: 'list' },
  IS_ENTITY_OWNER: { claims: 'list' },
};
