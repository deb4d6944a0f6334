import { changeStar } from '../../repositories/people/stars';
import { Problem } from '../Problem';
import { source } from '../sources/source';
import { mutation } from './mutation';
import type { MutationCall } from './mutation';
import { repositoryTarget } from './targets';

/** https://docs.github.com/graphql/reference/mutations#addstar */
export const starMutations = {
  addStar: mutation(call => setStar(call, true)),
  removeStar: mutation(call => setStar(call, false)),
};

function setStar(call: MutationCall, star: boolean) {
  const { sandbox, viewer } = call.context;
  if (viewer.kind !== 'user') {
    throw new Problem({
      type: 'FORBIDDEN',
      message: 'Resource not accessible by integration',
    });
  }
  const repository = repositoryTarget({ call, id: call.input.starrableId });
  changeStar({ sandbox, repository, user: viewer.user, star });
  return { starrable: source.repository(repository) };
}
