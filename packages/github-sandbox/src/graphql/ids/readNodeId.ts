/** The types whose objects `node` finds, by the prefix of their ids, longest first where one starts like another. */
const TYPES: Record<string, string> = {
  U: 'User',
  BOT: 'Bot',
  O: 'Organization',
  T: 'Team',
  R: 'Repository',
  I: 'Issue',
  PR: 'PullRequest',
  IC: 'IssueComment',
  PRR: 'PullRequestReview',
  PRRC: 'PullRequestReviewComment',
  REA: 'Reaction',
  LA: 'Label',
  MI: 'Milestone',
  C: 'Commit',
  TR: 'Tree',
  B: 'Blob',
  TA: 'Tag',
  REF: 'Ref',
  TO: 'Topic',
  LN: 'Language',
  L: 'License',
  CR: 'CheckRun',
  CS: 'CheckSuite',
  SC: 'StatusContext',
  SCR: 'StatusCheckRollup',
  WFR: 'WorkflowRun',
  W: 'Workflow',
  A: 'App',
  RE: 'Release',
  RVA: 'RepositoryVulnerabilityAlert',
  EN: 'Environment',
  DE: 'Deployment',
};

/** What a global id stands for: the type, and the number or text. Undefined where it is none of ours. See `nodeId`. */
export function readNodeId(
  id: string,
): { type: string; id: number | string } | undefined {
  const [, prefix, packed] = /^([A-Z]+)_([\w-]+)$/.exec(id) ?? [];
  const type = TYPES[prefix];
  if (!type) return undefined;
  const bytes = Buffer.from(packed, 'base64url');
  if (bytes[0] !== 0x92 || bytes[1] !== 0x00) return undefined;
  if (bytes[2] === 0xce && bytes.length === 7) {
    return { type, id: bytes.readUInt32BE(3) };
  }
  if (bytes[2] === 0xda && bytes.length === 5 + bytes.readUInt16BE(3)) {
    return { type, id: bytes.subarray(5).toString() };
  }
  return undefined;
}
