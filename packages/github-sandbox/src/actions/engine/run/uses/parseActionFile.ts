import { isSequence, NoOperationTraceWriter } from '@actions/workflow-parser';
import { parseAction } from '@actions/workflow-parser/actions/action-parser';
import { properties } from '../../definition/properties';
import { readInputs } from '../../definition/readInputs';
import { readStep } from '../../definition/readStep';
import type {
  InputDefinition,
  StepDefinition,
} from '../../definition/WorkflowDefinition';
import type { TemplateNode } from '../../template/TemplateNode';
import { toTemplateNode } from '../../template/toTemplateNode';

/** An `action.yml`. */
export type ParsedActionFile =
  | {
      outcome: 'composite';
      inputs: Record<string, InputDefinition>;
      outputs: Record<string, TemplateNode>;
      steps: StepDefinition[];
    }
  /** `node20`, `docker`: the sandbox does not run these. */
  | { outcome: 'other'; using: string }
  | { outcome: 'invalid'; message: string };

/**
 * Reads and validates an `action.yml`.
 *
 * https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax
 */
export function parseActionFile(options: {
  path: string;
  content: string;
}): ParsedActionFile {
  const { path, content } = options;
  const { context, value } = parseAction(
    { name: path, content },
    new NoOperationTraceWriter(),
  );
  const [error] = context.errors.getErrors();
  if (error || !value) {
    return {
      outcome: 'invalid',
      message: error?.message ?? `${path}: the file is empty`,
    };
  }
  const root = properties(value);
  const runs = properties(root.get('runs'));
  const using = runs.get('using')?.toString() ?? '';
  if (using !== 'composite') {
    return { outcome: 'other', using };
  }
  const steps = runs.get('steps');
  return {
    outcome: 'composite',
    inputs: readInputs(root.get('inputs')),
    outputs: Object.fromEntries(
      [...properties(root.get('outputs'))].flatMap(([name, output]) => {
        const written = properties(output).get('value');
        return written ? [[name, toTemplateNode(written)]] : [];
      }),
    ),
    steps: steps && isSequence(steps) ? [...steps].map(readStep) : [],
  };
}
