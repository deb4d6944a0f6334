import type { Hono } from 'hono';
import { html } from 'hono/html';
import { clientDetails, findClient } from '../../access/findClient';
import type { Sandbox } from '../../core/Sandbox';
import type { TemporaryCode } from '../../core/state';
import type { Env } from '../../http/Env';
import { messagePage, page } from '../../pages/layout';
import { rememberGrant } from '../authorize/grantAccess';
import { oauthErrors } from '../authorize/oauthErrors';
import { formField, readForm } from '../session/form';
import { refusedForm } from '../session/mountLogin';
import { peopleMarkup, searchMarkup } from '../session/peopleMarkup';
import { findPerson, rememberedPerson } from '../session/person';
import { formatted, readParameters } from '../token/mountToken';
import { createDeviceCode } from './createDeviceCode';

const PURPOSE = 'device';

/** `POST /login/device/code`, and `/login/device`, where a person types the code. */
export function mountDevice(options: {
  app: Hono<Env>;
  sandbox: Sandbox;
}): void {
  const { app, sandbox } = options;

  app.post('/login/device/code', async context => {
    context.get('entry').route = 'POST /login/device/code';
    const parameters = await readParameters(context.req.raw);
    const client = findClient({
      sandbox,
      clientId: parameters.get('client_id') ?? '',
    });
    return formatted({
      context,
      answer: client
        ? createDeviceCode({
            sandbox,
            client,
            scope: parameters.get('scope') ?? '',
          })
        : oauthErrors.incorrectClientCredentials,
    });
  });

  app.get('/login/device', context => {
    const url = new URL(context.req.url);
    return page({
      context,
      title: 'Device activation',
      body: html`${searchMarkup({ sandbox, url })}
        <form method="post">
          ${formField({ sandbox, context, purpose: PURPOSE })}
          <p>
            <label for="user_code">The code that your device shows</label><br />
            <input
              type="text"
              id="user_code"
              name="user_code"
              required
              autocomplete="off"
              autofocus
              value="${context.req.query('user_code') ?? ''}"
            />
          </p>
          <p>Choose as whom to connect it.</p>
          ${peopleMarkup({
            sandbox,
            query: url.searchParams.get('q') ?? '',
            first: rememberedPerson({ sandbox, context }),
          })}
          <p><button name="decision" value="cancel">Cancel</button></p>
        </form>`,
    });
  });

  app.post('/login/device', async context => {
    const form = await readForm({ sandbox, context, purpose: PURPOSE });
    if (form.outcome === 'refused') return refusedForm(context);
    const code = findUserCode({ sandbox, userCode: form.one('user_code') });
    const client = code && findClient({ sandbox, clientId: code.clientId! });
    if (!code?.device || !client) {
      return messagePage({
        context,
        title: 'Device activation',
        message: 'No device waits with this code.',
        status: 422,
      });
    }
    const { name, clientId } = clientDetails(client);
    const person = findPerson({ sandbox, login: form.one('login') });
    if (form.one('decision') === 'cancel' || !person) {
      code.device.decision = 'denied';
      sandbox.changed();
      return messagePage({
        context,
        title: 'Not connected',
        message: `${name} was told that you do not want this.`,
      });
    }
    code.userId = person.id;
    code.device.decision = 'granted';
    rememberGrant({ sandbox, user: person, clientId, scopes: code.scopes });
    sandbox.changed();
    return messagePage({
      context,
      title: 'Your device is connected',
      message: `${name} acts for ${person.login} now.`,
    });
  });
}

function findUserCode(options: {
  sandbox: Sandbox;
  userCode: string;
}): TemporaryCode | undefined {
  const { sandbox } = options;
  const plain = (text: string) => text.toUpperCase().replace(/[^A-Z]/g, '');
  const now = sandbox.clock.iso();
  return sandbox.state.codes
    .filter(
      ({ device, expiresAt }) =>
        device?.decision === 'pending' && expiresAt > now,
    )
    .find(({ device }) => plain(device!.userCode) === plain(options.userCode));
}
