import { attackSuite } from './attackSuite';

jest.setTimeout(60_000);

describe('attacks on Callboard', () => {
  attackSuite('callboard');
});
