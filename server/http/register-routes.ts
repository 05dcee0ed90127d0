import type { Express, RequestHandler } from 'express';
import { type AdmitDeps, admit, type SignedIn } from './admit.ts';
import { contractOperations, contractValidation } from './contract.ts';
import { jsonBody, noBody, storableQuery } from './json-body.ts';
import { problem } from './problems.ts';
import type { Route } from './route.ts';

/**
 * Puts routes on the app. In front of each handler, in this order: session, environment, permission (nothing that a
 * stranger sends is parsed), then the body, then the contract.
 */
export function registerRoutes(
  app: Express,
  routes: readonly Route[],
  deps: AdmitDeps & { validateResponses: boolean },
): void {
  const contract = contractValidation({ responses: deps.validateResponses });
  const withBody = new Set(contractOperations().flatMap((one) => (one.hasBody ? [one.operationId] : [])));
  for (const path of new Set(routes.map((one) => one.path))) app.head(path, methodNotAllowed(path, routes));
  for (const one of routes) {
    const body = withBody.has(one.operationId) ? jsonBody() : noBody();
    app[one.method](one.path, admission(one, deps), storableQuery(), body, ...contract, handler(one));
  }
  for (const path of new Set(routes.map((one) => one.path))) app.all(path, methodNotAllowed(path, routes));
}

const admitted = new WeakMap<object, SignedIn>();

function admission(one: Route, deps: AdmitDeps): RequestHandler {
  return async (request, _response, next) => {
    if (one.permission !== 'public') admitted.set(request, await admit(deps, one, request));
    next();
  };
}

function handler(one: Route): RequestHandler {
  return (request, response) => one.run(request, response, admitted.get(request) ?? null);
}

function methodNotAllowed(path: string, routes: readonly Route[]): RequestHandler {
  const methods = routes.filter((one) => one.path === path).map((one) => one.method.toUpperCase());
  const allowed = methods.join(', ');
  return (_request, response) => {
    response.set('Allow', allowed);
    throw problem('method-not-allowed', { detail: `This address takes ${allowed}. Nothing was done.` });
  };
}
