import { useEffect } from 'react';
import {
  configApiRef,
  toastApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import { signInsApiRef } from './api/SignInsApi';

/** Tells whoever has signed in where an organisation wants single sign-on first. Asks only where `allowSamlSso` is on. */
export function SsoNotice() {
  const config = useApi(configApiRef);
  const signIns = useApi(signInsApiRef);
  const toasts = useApi(toastApiRef);
  const isOn = ['github', 'ghe'].some(id => {
    const provider = config.getOptionalConfig(`auth.providers.${id}`);
    return provider
      ?.keys()
      .some(key => provider.getOptionalBoolean(`${key}.allowSamlSso`));
  });
  useEffect(() => {
    if (!isOn) return undefined;
    let isGone = false;
    const posted: { close(): void }[] = [];
    // Waits for the sign-in: no request leaves before there is an identity.
    signIns.mine().then(
      notices => {
        if (isGone) return;
        for (const { links } of notices) {
          posted.push(
            toasts.post({
              status: 'warning',
              title: 'An organisation asks for single sign-on',
              description:
                'You are signed in. What GitHub shows you there stays hidden until you authorise it, once.',
              links: links.map(({ title, href }) => ({ label: title, href })),
            }),
          );
        }
      },
      // It is no reason to trouble anybody.
      () => {},
    );
    return () => {
      isGone = true;
      posted.forEach(toast => toast.close());
    };
  }, [isOn, signIns, toasts]);
  return null;
}
