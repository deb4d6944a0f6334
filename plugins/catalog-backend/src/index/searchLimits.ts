/** What is longer is not searched: keys are left out, values count as null. In UTF-16 code units of the lower-cased text. */
export const searchLimits = { keyLength: 200, valueLength: 200 };
