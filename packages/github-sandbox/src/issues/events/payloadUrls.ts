import type { Sandbox } from '../../core/Sandbox';
import { createUrls } from '../../http/createUrls';
import type { Urls } from '../../http/createUrls';

/** The layout of addresses in the parts of webhook payloads that events carry ready made. */
export function payloadUrls(sandbox: Sandbox): Urls {
  return createUrls({ baseUrl: sandbox.baseUrl, enterprise: true });
}
