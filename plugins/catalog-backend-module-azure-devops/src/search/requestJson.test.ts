import type { Source } from '../Source';
import { requestJson } from './requestJson';

it('says where credentials belong when there are none', async () => {
  const source = { host: 'dev.azure.com', organization: 'fabrikam' } as Source;
  const request = requestJson({
    source,
    url: 'https://almsearch.dev.azure.com/fabrikam',
    credentials: {
      getCredentials: async () => {
        throw new Error('no managed identity\nand a long list of attempts');
      },
    },
    fetch: () => Promise.reject(new Error('must not be asked')),
    signal: new AbortController().signal,
  });
  await expect(request).rejects.toThrow(
    /^There are no credentials for dev\.azure\.com\/fabrikam: check integrations\.azure\. no managed identity$/,
  );
});
