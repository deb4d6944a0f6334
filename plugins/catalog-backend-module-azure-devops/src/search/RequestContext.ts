import type { AzureDevOpsCredentialsProvider } from '@backstage/integration';
import type { Source } from '../Source';

/** What every request needs. */
export interface RequestContext {
  source: Source;
  credentials: AzureDevOpsCredentialsProvider;
  fetch: typeof fetch;
  signal: AbortSignal;
}
