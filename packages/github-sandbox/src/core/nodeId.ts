/**
 * The prefixes of GitHub's global ids, by GraphQL type. A type that is missing here gets its capitals.
 */
const PREFIXES: Record<string, string> = {
  User: 'U',
  Organization: 'O',
  Bot: 'BOT',
  Team: 'T',
  Repository: 'R',
  Issue: 'I',
  PullRequest: 'PR',
  PullRequestReview: 'PRR',
  IssueComment: 'IC',
  Release: 'RE',
  Label: 'LA',
  Commit: 'C',
  CheckRun: 'CR',
  CheckSuite: 'CS',
  WorkflowRun: 'WFR',
  App: 'A',
  Ref: 'REF',
  // Capitals alone would be those of another type.
  Blob: 'B',
  Tree: 'TR',
  Tag: 'TA',
  Topic: 'TO',
  Language: 'LN',
  License: 'L',
  Reaction: 'REA',
  ReleaseAsset: 'RA',
  Milestone: 'MI',
  Environment: 'EN',
  Deployment: 'DE',
  DeploymentStatus: 'DES',
  Status: 'S',
  StatusContext: 'SC',
  StatusCheckRollup: 'SCR',
  PullRequestReviewComment: 'PRRC',
  PullRequestReviewThread: 'PRRT',
  PullRequestCommit: 'PRC',
  RepositoryVulnerabilityAlert: 'RVA',
  ReviewRequest: 'RR',
  SecurityAdvisory: 'SA',
  Workflow: 'W',
};

/**
 * A global id in GitHub's own form: the type's prefix, and the number as base64url of the MessagePack array `[0, id]`.
 * Objects without a number (commits, refs) pass a text.
 */
export function nodeId(options: { type: string; id: number | string }): string {
  const { type, id } = options;
  const prefix = PREFIXES[type] ?? type.replace(/[^A-Z]/g, '');
  return `${prefix}_${packed(id).toString('base64url')}`;
}

function packed(id: number | string): Buffer {
  if (typeof id === 'string') {
    const text = Buffer.from(id);
    const length = Buffer.alloc(3);
    length.writeUInt8(0xda, 0);
    length.writeUInt16BE(text.length, 1);
    return Buffer.concat([Buffer.from([0x92, 0x00]), length, text]);
  }
  const number = Buffer.alloc(7);
  number.set([0x92, 0x00, 0xce]);
  number.writeUInt32BE(id, 3);
  return number;
}
