import type { Sandbox } from '../core/Sandbox';

/** What a handler of the control API gets. */
export interface ControlCall {
  sandbox: Sandbox;
  /** Path parameters, decoded. */
  params: Record<string, string>;
  query: URLSearchParams;
  /** The JSON body; undefined where there is none. */
  body: unknown;
}

/** One route of the control API. */
export interface ControlRoute {
  method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** After `/_sandbox`, in Hono's form. */
  path: string;
  /** One sentence for people. */
  summary: string;
  /** The body or the query by example. */
  example?: string;
  /** What is returned is the JSON answer. Throws `ControlError`. */
  handle(call: ControlCall):
    | Promise<{ status?: 200 | 201; body: unknown }>
    | {
        status?: 200 | 201;
        body: unknown;
      };
}
