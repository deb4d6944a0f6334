import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';

const QUIET_MS = 1000;
const GIVE_UP_MS = 20_000;

/** What a page has asked for so far. */
export interface Traffic {
  /** Requests over http, whoever was asked; embedded data and web sockets do not count. */
  requests: number;
  /** Bytes received for them, as sent: compressed, with headers. */
  bytes: number;
}

/** Watches the network of a page. `untilQuiet` resolves when a second has passed without a request under way. */
export async function countTraffic(
  page: Page,
): Promise<{ untilQuiet(): Promise<Traffic> }> {
  const session = await page.context().newCDPSession(page);
  const underWay = new Set<string>();
  const traffic: Traffic = { requests: 0, bytes: 0 };
  let lastChange = performance.now();

  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (/^https?:/.test(request.url)) {
      traffic.requests += 1;
      underWay.add(requestId);
      lastChange = performance.now();
    }
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (underWay.delete(requestId)) {
      traffic.bytes += encodedDataLength;
      lastChange = performance.now();
    }
  });
  session.on('Network.loadingFailed', ({ requestId }) => {
    if (underWay.delete(requestId)) {
      lastChange = performance.now();
    }
  });
  await session.send('Network.enable');

  return {
    async untilQuiet() {
      const started = performance.now();
      while (
        performance.now() - started < GIVE_UP_MS &&
        (underWay.size > 0 || performance.now() - lastChange < QUIET_MS)
      ) {
        await wait(50);
      }
      return { ...traffic };
    },
  };
}
