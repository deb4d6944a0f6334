import * as linguist from 'linguist-languages';
import type { Language as LinguistLanguage } from 'linguist-languages';
import { nodeId } from '../../../core/nodeId';
import type { Source } from '../../sources/source';
import type { Resolvers } from '../Resolvers';

/** https://docs.github.com/graphql/reference/objects#language */
export const Language: Resolvers<Source<'language'>> = {
  id: ({ name }) => nodeId({ type: 'Language', id: name }),
  name: ({ name }) => name,
  color: ({ name }) =>
    Object.values<LinguistLanguage>(linguist).find(
      language => language.name === name,
    )?.color ?? null,
};
