import { isMapping } from '../isMapping';
import { parameterNames } from '../parameters/parameterNames';
import type { TemplateFinding } from '../TemplateFinding';
import { referencesIn } from './referencesIn';
import { stringsOf } from './stringsOf';
import { syntaxFault } from './syntaxFault';

/** What is wrong with the expressions of a template's steps and output. The scaffolder itself keeps such texts as they stand, without a word. */
export function expressionFindings(options: {
  spec: Record<string, unknown>;
  /** Filters that modules of the portal add. */
  filters?: readonly string[];
  /** After so many ms no further expression is looked at. */
  patienceMs?: number;
}): TemplateFinding[] {
  const { spec, filters, patienceMs = Infinity } = options;
  const until = performance.now() + patienceMs;
  const names = parameterNames(spec.parameters);
  const steps = Array.isArray(spec.steps) ? spec.steps : [];
  const findings: TemplateFinding[] = [];
  const seen = new Set<string>();

  const report = (
    path: string[],
    finding: Pick<TemplateFinding, 'level' | 'message' | 'remedy'>,
  ) => {
    const key = `${path.join('\u0000')} ${finding.message}`;
    if (!seen.has(key)) {
      seen.add(key);
      findings.push({
        rule: 'template-expression',
        path,
        at: 'value',
        ...finding,
      });
    }
  };

  const check = (part: unknown, path: string[], earlier: Set<string>) => {
    for (const found of stringsOf(part, path)) {
      if (performance.now() >= until) return;
      const fault = syntaxFault({ text: found.text, filters });
      if (fault?.kind === 'unreadable') {
        report(found.path, {
          level: 'error',
          message: `The expression cannot be read: ${fault.message}. The scaffolder would use the text as it stands.`,
          remedy: 'Correct the expression.',
        });
      } else if (fault) {
        report(found.path, {
          level: 'warning',
          message: `There is no filter ${fault.name}. The scaffolder would use the text as it stands.`,
          remedy:
            'Use a filter of the scaffolder, or install the module that brings this one.',
        });
      }
      for (const { root, name } of referencesIn(found.text)) {
        if (root === 'parameters' && names && !names.has(name)) {
          report(found.path, {
            level: 'warning',
            message: `No page asks for the parameter ${name}.`,
            remedy:
              'Add it to spec.parameters, or correct the name. A field of its own making may still give it.',
          });
        }
        if (root === 'steps' && !earlier.has(name)) {
          report(found.path, {
            level: 'warning',
            message: `No step before this one has the id ${name}; the value will be empty.`,
            remedy: 'Correct the id, or move the step up.',
          });
        }
      }
    }
  };

  const earlier = new Set<string>();
  steps.forEach((step, index) => {
    check(step, ['spec', 'steps', String(index)], earlier);
    const id = isMapping(step) ? step.id : undefined;
    earlier.add(typeof id === 'string' ? id : `step-${index + 1}`);
  });
  check(spec.output, ['spec', 'output'], earlier);
  return findings;
}
