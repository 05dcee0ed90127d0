import type { Request, RequestHandler } from 'express';
import { problem } from './problems.ts';

const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Keeps other sites from acting with a person's cookie (CSRF), besides the cookie's SameSite=Strict. A browser says where
 * a request comes from; scripts that send neither header carry no cookie by themselves and pass.
 * `same-site` is refused too: the sandbox's page on another port of this host is same-site with us.
 */
export function sameOrigin(publicUrl: string): RequestHandler {
  return (request, _response, next) => {
    if (harmless.has(request.method) || isOurs(request, publicUrl)) return next();
    next(problem('cross-site', { detail: 'Changes are taken only from our own pages. Nothing was done.' }));
  };
}

function isOurs(request: Request, publicUrl: string): boolean {
  const site = request.get('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = request.get('origin');
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  // Behind a proxy that ends TLS the scheme differs, so the host is what is compared.
  return new URL(origin).host === request.get('host') || origin === publicUrl;
}
