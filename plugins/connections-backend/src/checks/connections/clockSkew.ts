import type { CheckStatus } from '@callboard/plugin-connections-common';
import type { Check } from '../Check';

const WARN_SECONDS = 30;
const FAIL_SECONDS = 60;

/**
 * GitHub takes an App's signature from a minute in the past to ten minutes ahead.
 * https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-json-web-token-jwt-for-a-github-app
 */
export const clockSkew: Check = {
  id: 'clock-skew',
  group: 'connections',
  title: "This machine's clock is right",
  run: ({ hosts }) =>
    hosts.flatMap(({ host, clockSkewSeconds: skew }) => {
      if (skew === undefined) return [];
      const seconds = Math.round(Math.abs(skew));
      const status = judge(seconds);
      return [
        {
          subject: host,
          host,
          check: `This machine's clock agrees with that of ${host}`,
          status,
          cause: `It is ${seconds} s ${skew < 0 ? 'behind' : 'ahead'}.`,
          remedy:
            status === 'pass'
              ? ''
              : 'Set the clock of this machine, best by NTP (timedatectl set-ntp true). GitHub refuses signatures of an App whose clock is wrong, which looks like a wrong key.',
        },
      ];
    }),
};

function judge(seconds: number): CheckStatus {
  if (seconds >= FAIL_SECONDS) return 'fail';
  return seconds > WARN_SECONDS ? 'warn' : 'pass';
}
