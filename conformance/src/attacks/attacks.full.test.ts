import { attackSuite } from './attackSuite';

jest.setTimeout(60_000);

// What stock does is no promise of ours, but where it changes, the README and our own guards have to follow.
describe('attacks on stock Backstage', () => {
  attackSuite('stock');
});
