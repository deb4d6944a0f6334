import type { Source } from '../../sources/source';
import type { Resolvers } from '../Resolvers';
import { accountFields } from './accountFields';

/** https://docs.github.com/graphql/reference/objects#bot */
export const Bot: Resolvers<Source<'account'>> = { ...accountFields };
