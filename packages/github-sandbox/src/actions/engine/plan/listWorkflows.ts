import { parseWorkflowFile } from '../definition/parseWorkflowFile';
import type { OtherFiles, RepositoryFiles } from '../types';
import { workflowPaths } from './workflowPaths';

/** A workflow file as `GET /repos/{owner}/{repo}/actions/workflows` lists it. */
export interface ListedWorkflow {
  path: string;
  /** `name:`, or the path if there is none or the file is invalid. */
  name: string;
  valid: boolean;
  /** Names of the events in `on:`. */
  events: string[];
  /** Cron lines of `on.schedule`. */
  crons: string[];
}

/** Lists the workflow files of a tree, in the order of their paths. */
export async function listWorkflows(options: {
  files: RepositoryFiles;
  otherFiles?: OtherFiles;
}): Promise<ListedWorkflow[]> {
  const { files, otherFiles } = options;
  return Promise.all(
    workflowPaths(files).map(async path => {
      const parsed = await parseWorkflowFile({
        path,
        files,
        otherFiles,
        sha: '',
      });
      if (parsed.outcome === 'invalid') {
        return { path, name: path, valid: false, events: [], crons: [] };
      }
      const { name, on } = parsed.workflow;
      return {
        path,
        name,
        valid: true,
        events: Object.keys(on),
        crons: on.schedule?.crons ?? [],
      };
    }),
  );
}
