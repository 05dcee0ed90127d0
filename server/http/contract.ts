import { readFileSync } from 'node:fs';
import type { RequestHandler } from 'express';
import { middleware } from 'express-openapi-validator';
import { isNode, type Node } from '../../openapi/contract-document.ts';

const contract = readContract();

/** One operation of console.yaml, as the server needs it. */
export interface Operation {
  operationId: string;
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** In express' notation: `/api/:environment/links/:id`. */
  path: string;
  /** `x-permission`; 'public' without a session, 'signed-in' for any session. */
  permission: string;
  hasBody: boolean;
}

function readContract(): Node {
  const file = new URL('../../openapi/generated/console.json', import.meta.url);
  const document: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isNode(document)) throw new Error('openapi/generated/console.json holds no object');
  return document;
}

/** All operations of our contract. */
export function contractOperations(): Operation[] {
  return entriesOf(contract.paths).flatMap(([path, item]) =>
    entriesOf(item).flatMap(([method, operation]) =>
      isMethod(method) && isNode(operation) ? [describeOperation(path, method, operation)] : [],
    ),
  );
}

/**
 * Checks requests against console.yaml; the error handler turns what it throws into invalid-request. With
 * `responses` answers are checked too, and one outside the contract becomes a 500 (for tests).
 */
export function contractValidation({ responses }: { responses: boolean }): RequestHandler[] {
  const handlers = validations.get(responses) ?? buildValidation(responses);
  validations.set(responses, handlers);
  return handlers;
}

/**
 * One for all servers of a process: each answer's check is built when it is first needed and takes 20 ms, and tests start
 * sixty servers. They can share it as all path parameters are strings; the library writes others back into the first app alone.
 */
const validations = new Map<boolean, RequestHandler[]>();

function buildValidation(responses: boolean): RequestHandler[] {
  return middleware({
    // That this is an OpenAPI document no type can know: the library checks it, in tests; a start is a sixth of a second shorter without.
    apiSpec: decideByDiscriminator(contract) as Parameters<typeof middleware>[0]['apiSpec'],
    // Every wrong field at once, for forms. Bodies are limited to 100 kB and patterns are linear, so this is affordable.
    validateRequests: { allErrors: true, coerceTypes: false, allowUnknownQueryParameters: false },
    validateResponses: responses ? { allErrors: true } : false,
    validateSecurity: false,
    validateApiSpec: responses,
    validateFormats: true,
    ajvFormats: { mode: 'full' },
    fileUploader: false,
  }).map((handler) => handler as RequestHandler);
}

function describeOperation(path: string, method: Operation['method'], operation: Node): Operation {
  const isPublic = Array.isArray(operation.security) && operation.security.length === 0;
  const permission = operation['x-permission'];
  return {
    operationId: String(operation.operationId),
    method,
    path: path.replace(/\{(\w+)\}/g, ':$1'),
    permission: typeof permission === 'string' ? permission : isPublic ? 'public' : 'signed-in',
    hasBody: 'requestBody' in operation,
  };
}

/**
 * Replaces `oneOf` with a discriminator by if/then for each value of it: of a wrong body only the branch that it chose
 * is reported then, not the deviations from all others (and the validator's own handling fails on a missing body).
 */
function decideByDiscriminator(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(decideByDiscriminator);
  if (!isNode(node)) return node;
  const { discriminator, oneOf, ...rest } = node;
  if (!isNode(discriminator) || !isNode(discriminator.mapping)) {
    return Object.fromEntries(Object.entries(node).map(([name, inner]) => [name, decideByDiscriminator(inner)]));
  }
  const property = String(discriminator.propertyName);
  const branches = Object.entries(discriminator.mapping);
  return {
    ...rest,
    type: 'object',
    required: [property],
    properties: { [property]: { type: 'string', enum: branches.map(([value]) => value) } },
    allOf: branches.map(([value, $ref]) => ({
      if: { required: [property], properties: { [property]: { const: value } } },
      // biome-ignore lint/suspicious/noThenProperty: `then` is JSON Schema's keyword; nobody awaits this object.
      then: { $ref },
    })),
  };
}

function entriesOf(value: unknown): [string, unknown][] {
  return isNode(value) ? Object.entries(value) : [];
}

function isMethod(name: string): name is Operation['method'] {
  return ['get', 'post', 'put', 'patch', 'delete'].includes(name);
}
