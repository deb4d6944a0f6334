import { presentCheckRun } from '../../../checks/present/presentCheckRun';
import { presentCheckSuite } from '../../../checks/present/presentCheckSuite';
import type { PayloadOptions, PayloadParts } from '../PayloadOptions';

/** https://docs.github.com/webhooks/webhook-events-and-payloads#check_run */
export async function checkRunPayload(
  options: PayloadOptions<'check_run'>,
): Promise<PayloadParts> {
  const { sandbox, urls, event } = options;
  const { action, repository, checkRun } = event;
  const run = presentCheckRun({ sandbox, urls, repository, checkRun });
  const checkSuite = sandbox.state.checkSuites.get(checkRun.suiteId);
  if (!checkSuite) return { action, check_run: run };
  const suite = await suiteOf({ sandbox, urls, repository, checkSuite });
  const {
    latest_check_runs_count: _count,
    check_runs_url: _url,
    head_commit: _commit,
    rerequestable: _rerequestable,
    runs_rerequestable: _runs,
    ...brief
  } = suite;
  return { action, check_run: { ...run, check_suite: brief } };
}

/** https://docs.github.com/webhooks/webhook-events-and-payloads#check_suite */
export async function checkSuitePayload(
  options: PayloadOptions<'check_suite'>,
): Promise<PayloadParts> {
  const { action, repository, checkSuite } = options.event;
  return {
    action,
    check_suite: await suiteOf({ ...options, repository, checkSuite }),
  };
}

/** As webhooks carry it: the repository stands beside it. `status` is that of this moment. */
async function suiteOf(options: Parameters<typeof presentCheckSuite>[0]) {
  const { status, conclusion } = options.checkSuite;
  const { repository: _, ...suite } = await presentCheckSuite(options);
  return { ...suite, status, conclusion };
}
