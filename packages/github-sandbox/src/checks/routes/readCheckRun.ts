import { invalidRequest, notSupplied } from '../../http/invalidRequest';
import type { CheckRun } from '../../core/state';
import type { CheckRunFields } from '../CheckRunFields';
import { bodyReader } from '../../http/body/bodyReader';
import { isOneOf } from '../../http/body/isOneOf';

/** https://docs.github.com/rest/checks/runs#create-a-check-run */
const MOST_ANNOTATIONS = 50;
const STATES = [
  'queued',
  'in_progress',
  'completed',
  'waiting',
  'requested',
  'pending',
] as const;
const CONCLUSIONS = [
  'action_required',
  'cancelled',
  'failure',
  'neutral',
  'success',
  'skipped',
  'stale',
  'timed_out',
] as const;
const LEVELS = ['notice', 'warning', 'failure'] as const;

/** The fields of a check run in GitHub's body. Throws 422 for what makes no sense. */
export function readCheckRun(body: Record<string, unknown>): CheckRunFields {
  const read = bodyReader(body);
  const status = readMember('status', body.status, STATES);
  const conclusion = readMember('conclusion', body.conclusion, CONCLUSIONS);
  const output = readOutput(read.object('output'));
  if (status === 'completed' && !conclusion) {
    throw notSupplied('conclusion');
  }
  return {
    name: read.text('name'),
    externalId: read.textOrNull('external_id'),
    detailsUrl: read.textOrNull('details_url'),
    status,
    conclusion,
    startedAt: read.textOrNull('started_at'),
    completedAt: read.textOrNull('completed_at'),
    ...(output && { output }),
  };
}

function readOutput(
  body: Record<string, unknown> | undefined,
): CheckRunFields['output'] {
  if (!body) return undefined;
  const read = bodyReader(body);
  const title = read.text('title');
  const summary = read.text('summary');
  if (!title || !summary) {
    throw invalidRequest(
      `"${title ? 'summary' : 'title'}" wasn't supplied in "output".`,
    );
  }
  const annotations = read.objects('annotations') ?? [];
  if (annotations.length > MOST_ANNOTATIONS) {
    throw invalidRequest(
      `No more than ${MOST_ANNOTATIONS} annotations are allowed.`,
    );
  }
  return {
    title,
    summary,
    text: read.text('text') ?? null,
    annotations: annotations.map(readAnnotation),
  };
}

function readAnnotation(
  body: Record<string, unknown>,
): CheckRun['output']['annotations'][number] {
  const read = bodyReader(body);
  const startLine = read.number('start_line');
  const level = readMember('annotation_level', body.annotation_level, LEVELS);
  if (startLine === undefined) throw notSupplied('start_line');
  if (!level) throw notSupplied('annotation_level');
  return {
    path: read.requiredText('path'),
    startLine,
    endLine: read.number('end_line') ?? startLine,
    level,
    message: read.requiredText('message'),
    title: read.text('title') ?? null,
  };
}

function readMember<Word extends string>(
  key: string,
  value: unknown,
  members: readonly Word[],
): Word | undefined {
  if (value === undefined || value === null) return undefined;
  if (isOneOf(members, value)) return value;
  throw invalidRequest(
    `For 'properties/${key}', ${JSON.stringify(
      value,
    )} is not a member of ${JSON.stringify(members)}.`,
  );
}
