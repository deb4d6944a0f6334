import { usesInstanceCredentials } from './usesInstanceCredentials';

it.each([
  'https://bucket.s3.eu-west-1.amazonaws.com/file.yaml',
  'https://eu-west-1.console.aws.amazon.com/codesuite/codecommit/x',
  'https://storage.cloud.google.com/bucket/file.yaml',
  'https://account.blob.core.windows.net/container/file.yaml',
  'https://dev.azure.com/org/project/_git/repo',
])('%s', url => {
  expect(usesInstanceCredentials(url)).toBe(true);
});

it.each([
  'http://bucket.s3.amazonaws.com/file.yaml',
  'https://bucket.s3.amazonaws.com:8443/file.yaml',
  'https://evilamazonaws.com/file.yaml',
  'https://amazonaws.com.evil.test/file.yaml',
  'https://dev.azure.com@evil.test/file.yaml',
  'https://github.com/o/r/blob/main/catalog-info.yaml',
  'nonsense',
])('not %s', url => {
  expect(usesInstanceCredentials(url)).toBe(false);
});
