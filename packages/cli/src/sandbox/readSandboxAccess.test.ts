import { createPrivateKey } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  keepSandboxAccess,
  readSandboxAccess,
  sandboxAccessFile,
} from './readSandboxAccess';
import { sandboxVariables } from './sandboxVariables';

const data = fs.mkdtempSync(path.join(os.tmpdir(), 'access-'));

it('leaves no trace until it is kept, and then stays the same', () => {
  const access = readSandboxAccess(data);
  expect(fs.readdirSync(data)).toEqual([]);
  expect(readSandboxAccess(data)).not.toEqual(access);

  keepSandboxAccess({ data, access });
  expect(readSandboxAccess(data)).toEqual(access);
  expect(fs.statSync(sandboxAccessFile(data)).mode % 0o1000).toBe(0o600);
});

it('gives presets what they need', () => {
  const access = readSandboxAccess(data);
  const variables = sandboxVariables({ access, port: 7008 });
  expect(variables.CALLBOARD_SANDBOX_HOST).toBe('localhost:7008');
  expect(
    createPrivateKey(variables.CALLBOARD_SANDBOX_APP_PRIVATE_KEY)
      .asymmetricKeyType,
  ).toBe('rsa');
});
