import { vaultApiRef } from '@backstage-community/plugin-vault';
import vault, { vaultApi } from '@backstage-community/plugin-vault/alpha';
import { discoveryApiRef, fetchApiRef } from '@backstage/frontend-plugin-api';
import { VaultApiClient } from './VaultApiClient';

export default vault.withOverrides({
  extensions: [
    vaultApi.override({
      params: define =>
        define({
          api: vaultApiRef,
          deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
          factory: deps => new VaultApiClient(deps),
        }),
    }),
  ],
});
