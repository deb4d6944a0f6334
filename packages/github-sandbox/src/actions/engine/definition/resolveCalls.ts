import { CalledFiles, findCalledFile, type CalledFile } from './CalledFile';
import { invalid, type InvalidFile } from './InvalidFile';
import type {
  ParsedWorkflowFile,
  ParseWorkflowFileOptions,
} from './parseWorkflowFile';
import type { WrittenJob } from './readJob';
import type { JobDefinition } from './WorkflowDefinition';

/** https://docs.github.com/en/actions/reference/workflows-and-actions/reusing-workflow-configurations#limitations */
const MAXIMUM_DEPTH = 10;

export type ResolvedCalls =
  | { outcome: 'resolved'; jobs: JobDefinition[]; provider: CalledFiles }
  | InvalidFile;

/** Finds and reads the workflows that the jobs of a file call. */
export async function resolveCalls(options: {
  file: ParseWorkflowFileOptions;
  written: WrittenJob[];
  parse: (options: ParseWorkflowFileOptions) => Promise<ParsedWorkflowFile>;
}): Promise<ResolvedCalls> {
  const { file, written, parse } = options;
  const jobs: JobDefinition[] = [];
  const called = new Map<string, CalledFile>();
  for (const { uses, ...job } of written) {
    if (!uses) {
      jobs.push(job);
      continue;
    }
    const refuse = (problem: string, isFound = true) =>
      invalid({
        path: file.path,
        line: uses.line ?? 1,
        text: `error parsing called workflow\n"${file.path}"\n-> "${
          uses.path
        }"${
          isFound ? ` (source branch with sha:${file.sha})` : ''
        }\n: ${problem}`,
      });
    const found = await findCalledFile({ ...file, uses: uses.path });
    if (!found) {
      return refuse(
        'workflow was not found. See https://docs.github.com/actions/learn-github-actions/reusing-workflows#access-to-reusable-workflows for more information.',
        false,
      );
    }
    const callers = [...(file.callers ?? []), file.identity ?? file.path];
    if (callers.includes(found.identity)) {
      return refuse('loops are not permitted in the workflow call chain');
    }
    if (callers.length >= MAXIMUM_DEPTH) {
      return refuse(
        `job "${job.id}" calls workflow "${uses.path}", but doing so would exceed the limit on called workflow depth of ${MAXIMUM_DEPTH}`,
      );
    }
    const parsed = await parse({ ...file, ...found, callers });
    if (parsed.outcome === 'invalid') {
      return refuse(parsed.errors[0].message);
    }
    if (!parsed.workflow.on.workflow_call) {
      return refuse(
        'workflow is not reusable as it is missing a `on.workflow_call` trigger',
      );
    }
    called.set(uses.path, found);
    const { line: _line, ...call } = uses;
    jobs.push({ ...job, uses: { ...call, workflow: parsed.workflow } });
  }
  return { outcome: 'resolved', jobs, provider: new CalledFiles(called) };
}
