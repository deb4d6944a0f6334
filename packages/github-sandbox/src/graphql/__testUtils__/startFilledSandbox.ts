import { startTestSandbox } from '../../testing/startTestSandbox';
import { fillShop } from './fillShop';
import { runQuery } from './runQuery';

const IDS = `{
  repository(owner: "acme", name: "shop") {
    id issue(number: 1) { id } pullRequest(number: 2) { id }
    feature: ref(qualifiedName: "feature") { id } main: ref(qualifiedName: "main") { id }
    label(name: "bug") { id }
  }
  user(login: "mel") { id }
}`;

/** A sandbox as `fillShop` leaves it, without protected branches, and a way to change it. */
export async function startFilledSandbox() {
  const sandbox = await startTestSandbox();
  const filled = await fillShop(sandbox);
  sandbox.shop.branchProtection = {};
  const { body } = await runQuery(sandbox, { query: IDS });
  const { id, issue, pullRequest, feature, main, label } = body.data.repository;
  return {
    sandbox,
    filled,
    /** Global ids. */
    ids: {
      repository: id as string,
      issue: issue.id as string,
      pull: pullRequest.id as string,
      feature: feature.id as string,
      main: main.id as string,
      label: label.id as string,
      mel: body.data.user.id as string,
    },
    /** Runs a mutation and gives the answer's body. */
    async mutate(
      name: string,
      input: Record<string, unknown>,
      selection: string,
      as: 'olivia' | 'mel' | 'oscar' = 'olivia',
    ) {
      const type = `${name[0].toUpperCase()}${name.slice(1)}Input!`;
      const answer = await runQuery(sandbox, {
        query: `mutation ($input: ${type}) { ${name}(input: $input) { clientMutationId ${selection} } }`,
        variables: { input: { clientMutationId: 'mine', ...input } },
        as,
      });
      return answer.body;
    },
  };
}
