/** A webhook event of people and teams, as GitHub delivered it. https://docs.github.com/webhooks/webhook-events-and-payloads */
export interface PeopleEvent {
  host: string;
  /** `X-GitHub-Event`: `organization`, `team`, `team_add`, `membership`, `member`, `installation`. Others are ignored. */
  name: string;
  payload: unknown;
}
