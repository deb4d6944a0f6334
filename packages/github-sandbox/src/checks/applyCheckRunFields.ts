import type { Sandbox } from '../core/Sandbox';
import type { CheckRun } from '../core/state';
import type { CheckRunFields } from './CheckRunFields';

/** Sets what is given. A conclusion completes a run; another status than `completed` takes the conclusion away. */
export function applyCheckRunFields(options: {
  sandbox: Sandbox;
  checkRun: CheckRun;
  fields: CheckRunFields;
  at?: string;
}): void {
  const { sandbox, checkRun, fields, at } = options;
  checkRun.name = fields.name ?? checkRun.name;
  checkRun.externalId = fields.externalId ?? checkRun.externalId;
  checkRun.detailsUrl = fields.detailsUrl ?? checkRun.detailsUrl;
  checkRun.startedAt = fields.startedAt ?? checkRun.startedAt;
  if (fields.conclusion) {
    checkRun.status = 'completed';
    checkRun.conclusion = fields.conclusion;
    checkRun.completedAt = fields.completedAt ?? at ?? sandbox.clock.iso();
  } else if (fields.status) {
    checkRun.status = fields.status;
    checkRun.conclusion = null;
    checkRun.completedAt = null;
  }
  const { annotations, ...output } = fields.output ?? {};
  Object.assign(checkRun.output, output);
  checkRun.output.annotations.push(...(annotations ?? []));
}
