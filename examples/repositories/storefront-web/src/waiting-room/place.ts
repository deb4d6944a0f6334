/** What a fan sees on a sale day before it is their turn: minutes, rounded up, and never more exact than we know. */
export function waitingText(options: { ahead: number; perMinute: number }) {
  const minutes = Math.ceil(options.ahead / options.perMinute);
  if (minutes <= 1) return 'It is your turn in a moment';
  return minutes > 60 ? 'More than an hour' : `About ${minutes} minutes`;
}
