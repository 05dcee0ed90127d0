import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The built browser part, as far as the server must know it. */
export interface WebBuild {
  directory: string;
  indexHtml: string;
  /** Of the inline scripts in index.html, for the content security policy. */
  scriptHashes: string[];
}

/** Reads dist/web at start; null when it has not been built. */
export function readWebBuild(directory: string): WebBuild | null {
  const file = join(directory, 'index.html');
  if (!existsSync(file)) return null;
  const indexHtml = readFileSync(file, 'utf8');
  return { directory, indexHtml, scriptHashes: inlineScriptHashes(indexHtml) };
}

function inlineScriptHashes(html: string): string[] {
  return [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)].flatMap(([, attributes = '', script = '']) =>
    /\bsrc\s*=/i.test(attributes) ? [] : [`sha256-${createHash('sha256').update(script).digest('base64')}`],
  );
}
