const GUIDE =
  'https://docs.github.com/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps#error-codes-for-the-device-flow';

/** GitHub's errors of the device flow. */
export const deviceErrors = {
  authorizationPending: {
    error: 'authorization_pending',
    error_description: 'The authorization request is still pending.',
    error_uri: GUIDE,
  },
  slowDown: {
    error: 'slow_down',
    error_description:
      'Too many requests have been made in the same timeframe.',
    error_uri: GUIDE,
  },
  expiredToken: {
    error: 'expired_token',
    error_description: "The 'device_code' has expired.",
    error_uri: GUIDE,
  },
  incorrectDeviceCode: {
    error: 'incorrect_device_code',
    error_description: 'The device_code provided is not valid.',
    error_uri: GUIDE,
  },
  accessDenied: {
    error: 'access_denied',
    error_description: 'The authorization request was denied.',
    error_uri: GUIDE,
  },
};
