import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  AppCompletion,
  AppCompletionRequest,
  AppCreationForm,
  AppCreationRequest,
  ConnectionsOverview,
  RotationRequest,
  RotationResult,
  ServeAnswer,
  TraceAnswer,
} from '@callboard/plugin-connections-common';

/** What the page asks of the backend. Errors are those of `@backstage/errors`, with the backend's own words as their cause. */
export interface ConnectionsApi {
  /** `fresh` tests first, and answers when that is done. */
  overview(options?: {
    fresh?: boolean;
    signal?: AbortSignal;
  }): Promise<ConnectionsOverview>;
  /** Runs the named tests, or all, those that have an effect included. */
  runChecks(options?: { checks?: string[] }): Promise<void>;
  serve(options: { url: string; signal?: AbortSignal }): Promise<ServeAnswer>;
  /** Newest first. */
  trace(options: TraceQuery & { signal?: AbortSignal }): Promise<TraceAnswer>;
  createApp(request: AppCreationRequest): Promise<AppCreationForm>;
  completeApp(request: AppCompletionRequest): Promise<AppCompletion>;
  rotate(options: RotationRequest & { host: string }): Promise<RotationResult>;
}

export interface TraceQuery {
  host?: string;
  plugin?: string;
  credentialId?: string;
  /** Only what came after this one. */
  afterId?: number;
  limit?: number;
}

export const connectionsApiRef = createApiRef<ConnectionsApi>({
  id: 'plugin.connections.service',
});
