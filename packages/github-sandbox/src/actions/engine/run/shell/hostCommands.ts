import { defineCommand, type Command } from 'just-bash';
import type { Clock } from '../../types';
import { bashCommand } from './bashCommand';
import { quote } from './quote';

/** Programs of a runner that the simulated shell lacks, or that would read the host's clock. */
export function hostCommands(options: { clock: Clock }): Command[] {
  return [
    bashCommand('bash'),
    bashCommand('sh'),
    defineCommand('date', async (args, context) => {
      const named = args.some(arg =>
        /^(?:-[a-zA-Z]*[dr]|--date|--ref)/.test(arg),
      );
      const now = `@${Math.floor(options.clock.now().getTime() / 1000)}`;
      return (
        context.origCommand?.(named ? args : ['-d', now, ...args]) ??
        notFound('date')
      );
    }),
    defineCommand('sudo', async (args, context) => {
      const at = args.findIndex(arg => !/^(?:-|\w+=)/.test(arg));
      return (
        context.exec?.(at < 0 ? 'true' : args.slice(at).map(quote).join(' '), {
          cwd: context.cwd,
          env: context.exportedEnv,
          stdin: context.stdin as unknown as string,
          stdinKind: 'bytes',
          signal: context.signal,
        }) ?? notFound('sudo')
      );
    }),
    defineCommand('uname', async args => {
      const all = args.includes('-a');
      const parts = [
        ['s', 'Linux'],
        ['n', 'runnervm'],
        ['r', '6.11.0-1018-azure'],
        ['m', 'x86_64'],
        ['o', 'GNU/Linux'],
      ].filter(([flag]) =>
        all || args.length === 0
          ? all || flag === 's'
          : args.some(arg => arg.startsWith('-') && arg.includes(flag)),
      );
      return {
        stdout: `${parts.map(([, value]) => value).join(' ')}\n`,
        stderr: '',
        exitCode: 0,
      };
    }),
  ];
}

function notFound(name: string) {
  return {
    stdout: '',
    stderr: `bash: ${name}: command not found\n`,
    exitCode: 127,
  };
}
