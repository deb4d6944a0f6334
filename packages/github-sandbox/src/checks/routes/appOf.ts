import type { App, CheckRun, CheckSuite } from '../../core/state';
import { GitHubError, notFound } from '../../http/GitHubError';
import type { RepositoryCall } from '../../http/Route';

/** The App that calls. People cannot write checks. https://docs.github.com/rest/checks/runs#create-a-check-run */
export function appOf(call: RepositoryCall): App {
  if (call.viewer.kind === 'installation') return call.viewer.app;
  throw new GitHubError({
    status: 403,
    message: 'You must authenticate via a GitHub App.',
  });
}

/** The check run in the path. Throws 404. */
export function checkRunOf(call: RepositoryCall): CheckRun {
  const { sandbox, repository, params } = call;
  const run = sandbox.state.checkRuns.get(Number(params.check_run_id));
  if (run?.repositoryId !== repository.id) throw notFound();
  return run;
}

/** The check suite in the path. Throws 404. */
export function checkSuiteOf(call: RepositoryCall): CheckSuite {
  const { sandbox, repository, params } = call;
  const suite = sandbox.state.checkSuites.get(Number(params.check_suite_id));
  if (suite?.repositoryId !== repository.id) throw notFound();
  return suite;
}
