import { escapeHtml } from './escapeHtml';

/** A page of the `redirects` plugin; the reader follows its `refresh`. */
export function renderRedirect(options: { target: string }): string {
  const url = escapeHtml(options.target);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Redirecting</title>
<meta http-equiv="refresh" content="0; url=${url}">
</head>
<body>This page has moved to <a href="${url}">${url}</a>.</body>
</html>
`;
}
