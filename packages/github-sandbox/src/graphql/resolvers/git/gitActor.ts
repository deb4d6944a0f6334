import { isoWithOffset } from '../../../core/isoWithOffset';
import type { Signature } from '../../../git';
import { accountOfEmail } from '../../../repositories/identity/accountOfEmail';
import type { GraphqlContext } from '../../GraphqlContext';
import { source } from '../../sources/source';

/** An author, committer or tagger, with the person whose address it is. */
export function gitActor(options: {
  signature: Signature;
  context: GraphqlContext;
}) {
  const { signature, context } = options;
  const { name, email } = signature;
  const user = () => userByEmail(email, context);
  return {
    __typename: 'GitActor' as const,
    name,
    email,
    date: isoWithOffset(signature),
    user: () => {
      const found = user();
      return found ? source.account(found) : null;
    },
    avatarUrl: () => `${context.urls.html}/avatars/u/${user()?.id ?? 0}?v=4`,
  };
}

function userByEmail(email: string, context: GraphqlContext) {
  return context.once(`email:${email.toLowerCase()}`, () =>
    accountOfEmail({ sandbox: context.sandbox, email }),
  );
}
