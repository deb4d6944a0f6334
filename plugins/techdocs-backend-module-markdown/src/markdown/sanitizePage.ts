import sanitizeHtml from 'sanitize-html';

const TAGS = [
  ...sanitizeHtml.defaults.allowedTags,
  ...['img', 'picture', 'source', 'video', 'audio', 'details', 'summary'],
  ...['del', 'ins', 'input', 'label', 'center', 'font'],
];
const SILENTLY_DROPPED = ['html', 'head', 'body', 'meta', 'title'];
const INPUTS = ['checkbox', 'radio'];
const LENGTH = [/^\d{1,4}(?:\.\d+)?(?:px|em|rem|%|vw)?$/];
const COLOUR = [/^#[\da-f]{3,8}$/i, /^[a-z]{3,20}$/i];

/**
 * Keeps what is text and drops what acts: no scripts, frames, forms, event handlers, foreign
 * schemes, no style that could lay something over the portal. What was dropped goes to `report`.
 */
export function sanitizePage(options: {
  html: string;
  /** As `host` or `host:port`; without any, no frame is kept. */
  iframeHosts: string[];
  report: (message: string) => void;
}): string {
  const { iframeHosts } = options;
  const tags = iframeHosts.length > 0 ? [...TAGS, 'iframe'] : TAGS;
  const dropped = new Set<string>();
  const html = sanitizeHtml(options.html, {
    allowedTags: tags,
    allowedAttributes: {
      '*': [
        ...['id', 'class', 'title', 'lang', 'dir', 'align', 'valign', 'style'],
        ...['width', 'height', 'role', 'aria-*', 'data-tabs', 'data-slot'],
      ],
      a: ['href', 'name', 'target', 'rel', 'download'],
      img: ['src', 'srcset', 'alt', 'loading'],
      source: ['src', 'srcset', 'type', 'media'],
      video: ['src', 'poster', 'controls', 'loop', 'muted', 'preload'],
      audio: ['src', 'controls', 'loop', 'muted', 'preload'],
      iframe: ['src', 'allowfullscreen', 'loading', 'frameborder'],
      input: ['type', 'name', 'checked', 'disabled'],
      label: ['for'],
      details: ['open'],
      ol: ['start', 'type', 'reversed'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan', 'scope'],
      font: ['color'],
    },
    allowedStyles: {
      '*': {
        'text-align': [/^(?:left|right|center|justify)$/],
        'vertical-align': [/^[a-z-]+$/],
        width: LENGTH,
        height: LENGTH,
        'max-width': LENGTH,
        color: COLOUR,
        'background-color': COLOUR,
      },
    },
    // Checked below, by host and port.
    allowIframeRelativeUrls: false,
    allowedSchemes: ['http', 'https', 'mailto', 'tel', 'ftp'],
    allowedSchemesByTag: { img: ['http', 'https', 'data'] },
    exclusiveFilter: ({ tag, attribs }) =>
      (tag === 'input' && !INPUTS.includes(attribs.type)) ||
      (tag === 'iframe' && !iframeHosts.includes(hostOf(attribs.src))),
    transformTags: { '*': keepToTheText },
    onOpenTag(name, attributes) {
      if (!tags.includes(name) && !SILENTLY_DROPPED.includes(name)) {
        dropped.add(`<${name}>`);
      }
      for (const [attribute, value] of Object.entries(attributes)) {
        if (/^on/i.test(attribute)) {
          dropped.add(`${attribute}=`);
        } else if (/^\s*(?:java|vb)script:/i.test(value)) {
          dropped.add(`${attribute}="javascript:"`);
        }
      }
    },
  });
  if (dropped.size > 0) {
    options.report(`dropped HTML that is not safe: ${[...dropped].join(', ')}`);
  }
  return html;
}

function hostOf(src: string | undefined): string {
  return src && URL.canParse(src) ? new URL(src).host : '';
}

/** Content must not pose as the frame around it, nor hand the opened page a way back. */
function keepToTheText(tagName: string, attribs: sanitizeHtml.Attributes) {
  const result = { ...attribs };
  if (result.class) {
    result.class = result.class
      .split(/\s+/)
      .filter(name => !name.startsWith('md-') || name.startsWith('md-button'))
      .join(' ');
  }
  if (tagName === 'a' && result.target) {
    result.rel = 'noopener noreferrer';
  }
  return { tagName, attribs: result };
}
