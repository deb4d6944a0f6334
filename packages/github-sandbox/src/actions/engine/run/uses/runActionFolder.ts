import { evaluateText } from '../../template/evaluateTemplate';
import { TemplateError } from '../../template/TemplateError';
import { executeStep } from '../steps/executeStep';
import { expressionScope } from '../steps/expressionScope';
import { failStep } from '../steps/failStep';
import type { StepFrame } from '../steps/StepFrame';
import { stepName } from '../steps/stepName';
import type { ActionCall } from './ActionCall';
import { parseActionFile, type ParsedActionFile } from './parseActionFile';

/** https://docs.github.com/en/actions/reference/limits */
const MAXIMUM_DEPTH = 10;

/** Runs the composite action of a folder of the runner. */
export async function runActionFolder(options: {
  call: ActionCall;
  folder: string;
  repository?: string;
  ref?: string;
}): Promise<boolean> {
  const { call, folder } = options;
  const { state, frame } = call;
  const fail = (message: string) => {
    failStep({ state, log: frame.log, message });
    return false;
  };
  const path = await findActionFile(call, folder);
  if (path === undefined) {
    return fail(
      `Can't find 'action.yml', 'action.yaml' or 'Dockerfile' under '${folder}'. Did you forget to run actions/checkout before running your local action?`,
    );
  }
  const action = parseActionFile({
    path,
    content: await state.fs.readFile(path),
  });
  if (action.outcome === 'invalid') {
    return fail(action.message);
  }
  if (action.outcome === 'other') {
    return fail(
      `This sandbox runs composite actions only: '${call.step.uses}' uses '${action.using}'. Its outcome can be declared.`,
    );
  }
  if (frame.depth >= MAXIMUM_DEPTH) {
    return fail(`Composite action depth exceeded max depth ${MAXIMUM_DEPTH}`);
  }
  return runComposite({ ...options, action });
}

async function findActionFile(
  call: ActionCall,
  folder: string,
): Promise<string | undefined> {
  for (const name of ['action.yml', 'action.yaml']) {
    if (await call.state.fs.exists(`${folder}/${name}`)) {
      return `${folder}/${name}`;
    }
  }
  return undefined;
}

async function runComposite(options: {
  call: ActionCall;
  folder: string;
  repository?: string;
  ref?: string;
  action: Extract<ParsedActionFile, { outcome: 'composite' }>;
}): Promise<boolean> {
  const { call, folder, repository, ref, action } = options;
  const { state, frame, scope, env, outputs } = call;
  const inner: StepFrame = {
    log: frame.log,
    steps: {},
    inputs: Object.fromEntries(
      Object.entries(action.inputs).map(([name, definition]) => [
        name,
        call.inputs[name.toLocaleLowerCase('en-US')] ??
          evaluateText({ node: definition.default, scope }),
      ]),
    ),
    env: { ...frame.env, ...env },
    action: { path: folder, repository, ref },
    failed: false,
    depth: frame.depth + 1,
  };
  for (const step of action.steps) {
    const nameScope = await expressionScope({
      state,
      frame: inner,
      source: undefined,
    });
    await executeStep({
      state,
      frame: inner,
      step,
      name: stepName({ step, scope: nameScope }),
    });
  }
  const final = await expressionScope({
    state,
    frame: inner,
    source: undefined,
  });
  for (const [name, node] of Object.entries(action.outputs)) {
    try {
      outputs[name] = evaluateText({ node, scope: final });
    } catch (error) {
      if (!(error instanceof TemplateError)) {
        throw error;
      }
      failStep({ state, log: frame.log, message: error.message });
      inner.failed = true;
    }
  }
  return !inner.failed;
}
