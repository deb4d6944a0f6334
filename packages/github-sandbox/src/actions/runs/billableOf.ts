import type { Repository, WorkflowJob } from '../../core/state';

type System = 'UBUNTU' | 'MACOS' | 'WINDOWS';

interface Billed {
  total_ms: number;
  jobs: number;
  job_runs: Array<{ job_id: number; duration_ms: number }>;
}

/** What jobs have cost by operating system; nothing in public repositories. https://docs.github.com/billing/concepts/product-billing/github-actions */
export function billableOf(options: {
  repository: Repository;
  jobs: WorkflowJob[];
}): Partial<Record<System, Billed>> {
  const { repository, jobs } = options;
  if (repository.visibility === 'public') return {};
  const billable: Partial<Record<System, Billed>> = {};
  for (const job of jobs) {
    if (!job.runnerName || !job.startedAt || !job.completedAt) continue;
    const duration =
      new Date(job.completedAt).getTime() - new Date(job.startedAt).getTime();
    const system = systemOf(job);
    const billed = billable[system] ?? { total_ms: 0, jobs: 0, job_runs: [] };
    billed.total_ms += duration;
    billed.jobs += 1;
    billed.job_runs.push({ job_id: job.id, duration_ms: duration });
    billable[system] = billed;
  }
  return billable;
}

function systemOf({ labels }: WorkflowJob): System {
  if (labels.some(label => label.startsWith('macos'))) return 'MACOS';
  return labels.some(label => label.startsWith('windows'))
    ? 'WINDOWS'
    : 'UBUNTU';
}
