import type { Feature } from '../Feature';
import { answerGraphql } from './answerGraphql';

/** GraphQL as GitHub has it at `/graphql` and, in the layout of an Enterprise Server, `/api/graphql`. */
export const graphqlFeature: Feature = {
  name: 'graphql',
  mount({ app, sandbox }) {
    for (const path of ['/graphql', '/api/graphql']) {
      app.on(['GET', 'POST'], path, context =>
        answerGraphql({ sandbox, context }),
      );
    }
  },
};
