import type { Sandbox } from '../../core/Sandbox';
import type { WorkflowRun } from '../../core/state';
import { jobsOf } from '../runs/jobsOf';
import { writeZip } from '../zip/writeZip';

/** The logs of a run as GitHub packs them: one text for each job, and a folder for each with one text for each step. */
export function logArchiveOf(options: {
  sandbox: Sandbox;
  run: WorkflowRun;
  attempt: number;
}): Buffer {
  const { run } = options;
  const jobs = jobsOf(options).filter(({ steps }) => steps.length > 0);
  const files = jobs.flatMap((job, index) => {
    const name = fileName(job.name);
    return [
      {
        path: `${index}_${name}.txt`,
        content: Buffer.from(job.steps.map(({ log }) => log).join('')),
      },
      ...job.steps
        .filter(({ log }) => log !== '')
        .map(step => ({
          path: `${name}/${step.number}_${fileName(step.name)}.txt`,
          content: Buffer.from(step.log),
        })),
    ];
  });
  return writeZip({ files, date: new Date(run.updatedAt) });
}

/** Without what file systems do not take. */
function fileName(text: string): string {
  return text.replace(/[\\/:*?"<>|]/g, '_');
}
