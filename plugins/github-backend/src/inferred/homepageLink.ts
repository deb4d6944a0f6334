/** A repository's homepage as a link of its entity. GitHub takes any text for one: `acme.example` is read as https, other schemes are not. */
export function homepageLink(
  homepage: string | undefined,
): { url: string; title: string } | undefined {
  const text = homepage?.trim();
  if (!text) {
    return undefined;
  }
  const scheme = /^[a-z][a-z0-9+.-]*:(?!\d)/i;
  try {
    const url = new URL(scheme.test(text) ? text : `https://${text}`);
    return ['http:', 'https:'].includes(url.protocol)
      ? { url: url.href, title: 'Homepage' }
      : undefined;
  } catch {
    return undefined;
  }
}
