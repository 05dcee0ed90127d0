import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

const nonces = new WeakMap<ServerResponse, string>();

/**
 * Strict headers for every answer. Scripts run only from our own files, or inline when their hash was known at start;
 * inline styles need the nonce of the response that carries the page (emotion, the style library, takes it from there).
 */
export function securityHeaders({ https, scriptHashes }: { https: boolean; scriptHashes: string[] }): RequestHandler {
  const setHeaders = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", ...scriptHashes.map((hash) => `'${hash}'`)],
        styleSrc: ["'self'", (_request: IncomingMessage, response: ServerResponse) => `'nonce-${nonceOf(response)}'`],
        connectSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        manifestSrc: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
      },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    xFrameOptions: { action: 'deny' },
  });
  return (request, response, next) => {
    nonces.set(response, randomBytes(16).toString('base64'));
    setHeaders(request, response, next);
  };
}

/** The nonce under which this response's inline styles are allowed. */
export function nonceOf(response: ServerResponse): string {
  return nonces.get(response) ?? '';
}
