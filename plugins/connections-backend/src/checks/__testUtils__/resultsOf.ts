import type { CheckResult } from '@callboard/plugin-connections-common';
import { createInspector } from '../../inspection/createInspector';
import type { InspectionContext } from '../../inspection/InspectionContext';
import type { InspectOptions } from '../../inspection/Inspector';
import type { Check } from '../Check';

/** What one check finds, with facts that are gathered as in a portal. Facts that could not be gathered are an error. */
export async function resultsOf(options: {
  check: Check;
  context: InspectionContext;
  inspect?: InspectOptions;
}): Promise<CheckResult[]> {
  const { check, context, inspect = { asked: true } } = options;
  const { checks } = await createInspector({
    context,
    checks: [check],
  }).inspect(inspect);
  const broken = checks.find(({ id }) => id.startsWith('facts:'));
  if (broken) throw new Error(broken.cause);
  return checks;
}
