import type { Row } from '../Table';

/** A webhook of a repository or an organisation. That of an App stands in the App. */
export interface Hook extends Row {
  target: { kind: 'repository' | 'organisation'; id: number };
  active: boolean;
  events: string[];
  url: string;
  contentType: 'json' | 'form';
  secret: string | null;
  insecureSsl: boolean;
  createdAt: string;
  updatedAt: string;
}

export interface Delivery extends Row {
  hook: { kind: 'repository' | 'organisation' | 'app'; id: number };
  /** The X-GitHub-Delivery header; a redelivery has the same. */
  guid: string;
  event: string;
  action: string | null;
  redelivery: boolean;
  deliveredAt: string;
  /** Seconds. */
  duration: number;
  /** In words: `OK`, `Invalid HTTP Response: 500`, `failed to connect to host`. */
  status: string;
  statusCode: number;
  installationId: number | null;
  repositoryId: number | null;
  url: string;
  request: { headers: Record<string, string>; payload: unknown };
  response: { headers: Record<string, string>; payload: string };
}
