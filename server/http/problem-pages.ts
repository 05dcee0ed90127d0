import { readdirSync, readFileSync } from 'node:fs';
import { type RequestHandler, Router } from 'express';

const directory = new URL('../../docs/problems/', import.meta.url);

/** Serves docs/problems/<type>.md at /problems/<type>, the address that a problem's `type` is. */
export function problemPages(): RequestHandler {
  const pages = readPages();
  const router = Router();
  router.get('/problems/:type', (request, response, next) => {
    const page = pages.get(request.params.type);
    if (page === undefined) return next();
    response.set('Cache-Control', 'public, max-age=3600').type('html').send(page);
  });
  return router;
}

function readPages(): Map<string, string> {
  const files = readdirSync(directory).filter((name) => name.endsWith('.md'));
  return new Map(files.map((name) => [name.slice(0, -3), renderPage(readFileSync(new URL(name, directory), 'utf8'))]));
}

/** As much Markdown as these pages use: headings, paragraphs, lists, `code`. */
export function renderPage(markdown: string): string {
  const blocks = markdown.trim().split(/\n{2,}/);
  const title = blocks[0]?.replace(/^#+ /, '') ?? '';
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title>`;
  return `<!doctype html><html lang="en"><head>${head}</head><body>${blocks.map(renderBlock).join('\n')}</body></html>\n`;
}

function renderBlock(block: string): string {
  const [, marks, heading] = /^(#{1,2}) (.*)$/.exec(block) ?? [];
  if (marks !== undefined && heading !== undefined) return `<h${marks.length}>${inline(heading)}</h${marks.length}>`;
  if (block.startsWith('- ')) {
    const items = block.split(/\n?- /).filter(Boolean);
    return `<ul>${items.map((item) => `<li>${inline(item)}</li>`).join('')}</ul>`;
  }
  return `<p>${inline(block)}</p>`;
}

function inline(text: string): string {
  return escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
