/** The forms beside JSON that GitHub answers in. https://docs.github.com/rest/using-the-rest-api/getting-started-with-the-rest-api#media-types */
export type Media = 'raw' | 'html' | 'object' | 'diff' | 'patch' | 'sha';

const MEDIA =
  /application\/vnd\.github(?:\.v3|\.[\w-]+-preview)?\.(raw|html|object|diff|patch|sha)\b/i;

/** What the Accept header asks for: `application/vnd.github.raw+json` and `application/vnd.github.v3.raw` are `raw`. Undefined: JSON. */
export function wantedMedia(headers: Headers): Media | undefined {
  return MEDIA.exec(headers.get('accept') ?? '')?.[1].toLowerCase() as
    | Media
    | undefined;
}
