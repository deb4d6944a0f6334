import {
  convertWorkflowTemplate,
  isString,
  NoOperationTraceWriter,
  parseWorkflow,
} from '@actions/workflow-parser';
import { ErrorPolicy } from '@actions/workflow-parser/model/convert';
import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/template-token';
import type { TemplateNode } from '../template/TemplateNode';
import { toTemplateNode } from '../template/toTemplateNode';
import type { OtherFiles, RepositoryFiles } from '../types';
import { describeErrors, invalid, type InvalidFile } from './InvalidFile';
import { properties } from './properties';
import { readJob } from './readJob';
import { readTriggers } from './readTriggers';
import { resolveCalls } from './resolveCalls';
import type { WorkflowDefinition } from './WorkflowDefinition';

export interface ParseWorkflowFileOptions {
  path: string;
  files: RepositoryFiles;
  /** The commit of the run, which GitHub names in errors about called workflows. */
  sha: string;
  /** Reads workflows that jobs call in other repositories. */
  otherFiles?: OtherFiles;
  /** Of a called workflow: what tells it from those of other repositories. */
  identity?: string;
  /** Of a called workflow: identities of the workflows that call it, outermost first. */
  callers?: string[];
}

export type ParsedWorkflowFile =
  | { outcome: 'valid'; workflow: WorkflowDefinition }
  | InvalidFile;

/** Reads and validates a workflow file and the workflows that it calls. */
export async function parseWorkflowFile(
  options: ParseWorkflowFileOptions,
): Promise<ParsedWorkflowFile> {
  const { path, files } = options;
  const content = files.get(path)?.toString('utf8') ?? '';
  if (content.trim() === '') {
    return invalid({
      path,
      text: 'No event triggers defined in `on`',
      line: 1,
    });
  }
  const parsed = parseWorkflow(
    { name: path, content },
    new NoOperationTraceWriter(),
  );
  const errors = () => parsed.context.errors.getErrors();
  if (!parsed.value || errors().length > 0) {
    return describeErrors({
      path,
      content,
      errors: errors(),
      syntax: !parsed.value,
    });
  }
  const root = properties(parsed.value);
  const calls = await resolveCalls({
    file: options,
    written: [...properties(root.get('jobs'))].map(([id, token]) =>
      readJob({ id, token }),
    ),
    parse: parseWorkflowFile,
  });
  if (calls.outcome === 'invalid') {
    return calls;
  }
  await convertWorkflowTemplate(parsed.context, parsed.value, calls.provider, {
    errorPolicy: ErrorPolicy.TryConversion,
    fetchReusableWorkflowDepth: 1,
  });
  if (errors().length > 0) {
    return describeErrors({ path, content, errors: errors(), syntax: false });
  }
  const name = root.get('name');
  const workflow: WorkflowDefinition = {
    path,
    name: name && isString(name) && name.value ? name.value : path,
    on: readTriggers(root.get('on')),
    ...templates(root),
    jobs: calls.jobs,
  };
  return { outcome: 'valid', workflow };
}

const TEMPLATES = {
  runName: 'run-name',
  env: 'env',
  defaults: 'defaults',
  permissions: 'permissions',
  concurrency: 'concurrency',
} as const;

function templates(root: Map<string, TemplateToken>): {
  [K in keyof typeof TEMPLATES]?: TemplateNode;
} {
  return Object.fromEntries(
    Object.entries(TEMPLATES).flatMap(([property, key]) => {
      const token = root.get(key);
      return token ? [[property, toTemplateNode(token)]] : [];
    }),
  );
}
