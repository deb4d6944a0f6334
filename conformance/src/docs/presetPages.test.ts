import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '..', '..', '..');
const script = path.join(root, 'scripts', 'presetDocs.mjs');

describe('the pages of presets', () => {
  it('are what the presets say', () => {
    const { status, stdout } = spawnSync(
      process.execPath,
      [script, '--check'],
      { cwd: root, encoding: 'utf8' },
    );
    // What a build says goes to stderr.
    expect(stdout).toBe('The pages of presets are up to date.\n');
    expect(status).toBe(0);
  });

  it("are about the shipped presets, whatever the operator's own are", () => {
    const own = fs.mkdtempSync(path.join(os.tmpdir(), 'presets-'));
    fs.writeFileSync(
      path.join(own, 'github.yaml'),
      'name: github\ndescription: Our own.\n',
    );
    expect(
      execFileSync(process.execPath, [script, '--check'], {
        encoding: 'utf8',
        env: { ...process.env, CALLBOARD_PRESETS_DIR: own },
      }),
    ).toContain('up to date');
    fs.rmSync(own, { recursive: true });
  });
});
