import { contractAnswers } from './__testUtils__/contractAnswers';
import { expectContract } from './__testUtils__/expectContract';

jest.setTimeout(60_000);

it("answers what stock's broker answers, but for what is better", async () => {
  expect.hasAssertions();
  expectContract({
    stock: await contractAnswers({ withModule: false }),
    ours: await contractAnswers({ withModule: true }),
  });
});
