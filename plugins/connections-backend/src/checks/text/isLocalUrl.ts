/** Whether a URL names this machine. What is none does not. */
export function isLocalUrl(url: string): boolean {
  return (
    URL.canParse(url) &&
    /^(localhost|.*\.localhost|127\..*|\[::1\])$/i.test(new URL(url).hostname)
  );
}
