import type { SiteView } from '../view/site.ts';

/**
 * The page that stands in for one that could not be rendered. It is made here and not by a route,
 * so that nothing in it can fail. The reason is in the build's report and not on the page: it may
 * name paths of the machine.
 */
export function failurePage(path: string, site: SiteView): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>Page not rendered · ${escapeHtml(site.title)}</title>
</head>
<body>
<h1>This page could not be rendered</h1>
<p>The page <code>${escapeHtml(path)}</code> belongs here, but an error kept it from being made. The report of the build says why.</p>
<p><a href="${escapeHtml(site.base)}">All other pages</a> are complete.</p>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
