import { type Html, html } from './html.ts';

/** A whole page. No script and nothing from elsewhere. */
export const htmlDocument = (language: 'id' | 'en', title: string, bodyClass: string, body: Html): string => {
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/sandbox.css">
</head>
<body class="${bodyClass}">${body}</body>
</html>
`;
  return page.text;
};
