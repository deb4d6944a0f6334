/** What requests of the test itself say that they come from, so that the log tells them from those of stock. */
export const TEST_AGENT = 'conformance-test';
