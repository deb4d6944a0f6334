import { expressionFindings } from './expressions/expressionFindings';
import { isMapping } from './isMapping';
import type { KnownActions } from './KnownActions';
import { parameterFindings } from './parameters/parameterFindings';
import { stepFindings } from './steps/stepFindings';
import type { TemplateFinding } from './TemplateFinding';

/**
 * What a template of `scaffolder.backstage.io/v1beta3` will not do as it is written. The schema of the entity is not
 * checked here: the catalog does so. Never throws, whatever the document holds.
 */
export function checkTemplate(options: {
  /** The document as plain data. */
  value: unknown;
  /** The actions of the portal, where they are known. */
  actions?: KnownActions;
  /** Filters that modules of the portal add to the template language. */
  filters?: readonly string[];
  /** How long expressions are looked at, in ms; what is left then is not told. @defaultValue as long as it takes */
  patienceMs?: number;
}): TemplateFinding[] {
  const { value, actions, filters, patienceMs } = options;
  const spec = isMapping(value) ? value.spec : undefined;
  if (!isMapping(spec)) {
    return [];
  }
  return [
    ...parameterFindings({ spec }),
    ...stepFindings({ spec, actions }),
    ...expressionFindings({ spec, filters, patienceMs }),
  ];
}
