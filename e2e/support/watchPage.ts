import { expect, type Page } from '@playwright/test';

/** Collects what a page does wrong while a test uses it. */
export interface PageWatch {
  /** Fails when the console had an error or a request went to another host. */
  expectClean(): void;
}

/** Starts watching. Call it before the first navigation. */
export function watchPage(page: Page, portalUrl: string): PageWatch {
  const origin = new URL(portalUrl).origin;
  const errors: string[] = [];
  const foreign: string[] = [];

  page.on('console', message => {
    // Before somebody signs in with OAuth, Backstage asks whether the session goes on; the answer is no.
    const isFirstQuestion = /\/api\/auth\/\w+\/refresh/.test(
      message.location().url,
    );
    if (message.type() === 'error' && !isFirstQuestion) {
      errors.push(`${message.text()} ${message.location().url}`);
    }
  });
  page.on('pageerror', error => errors.push(String(error)));
  page.on('request', request => {
    const url = new URL(request.url());
    if (
      /^(https?|wss?):$/.test(url.protocol) &&
      url.host !== new URL(origin).host
    ) {
      foreign.push(request.url());
    }
  });

  return {
    expectClean() {
      expect(errors, 'errors in the console').toEqual([]);
      expect(foreign, 'requests to other hosts').toEqual([]);
    },
  };
}
