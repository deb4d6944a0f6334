import { startTestSandbox } from '../../testing/startTestSandbox';
import { pushFiles } from './pushFiles';

/** A sandbox in which mel has opened pull request 1 of `shop`, from `feature` into `main`. */
export async function startWithPull(
  options: {
    files?: Record<string, string>;
    message?: string;
    body?: string;
    title?: string;
    draft?: boolean;
  } = {},
) {
  const acme = await startTestSandbox();
  const { sandbox, shop, mel } = acme;
  const head = await pushFiles({
    sandbox,
    repository: shop,
    user: mel,
    branch: 'feature',
    files: options.files ?? { 'README.md': '# Shop\nOpen all day\n' },
    message: options.message ?? 'Say when we are open\n\nPeople asked.',
  });
  const opened = await acme.call('POST /repos/acme/shop/pulls', {
    as: 'mel',
    body: {
      title: options.title ?? 'Opening hours',
      body: options.body ?? 'So that people know.',
      head: 'feature',
      base: 'main',
      draft: options.draft,
    },
  });
  if (opened.status !== 201) throw new Error(opened.text);
  const push = (branch: string, files: Record<string, string | null>) =>
    pushFiles({ sandbox, repository: shop, user: mel, branch, files });
  /** The pull request as REST gives it. */
  const pull = async (number = 1) =>
    (await acme.call(`GET /repos/acme/shop/pulls/${number}`)).body;
  return { ...acme, head, push, pull };
}
