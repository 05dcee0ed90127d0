import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { isNode, type Node, openDocument } from '../../openapi/contract-document.ts';

export interface Parameter {
  place: 'path' | 'query' | 'header';
  name: string;
  /** With its references followed, all the way down. */
  schema: Node;
  required: boolean;
}

/** One operation of console.yaml, with what it takes. */
export interface ContractOperation {
  operationId: string;
  method: string;
  /** As in the contract: `/api/{environment}/links/{id}`. */
  path: string;
  parameters: Parameter[];
  body: Node | null;
  statuses: ReadonlySet<number>;
}

const document = openDocument(
  JSON.parse(readFileSync(new URL('../../openapi/generated/console.json', import.meta.url), 'utf8')),
);
const methods = ['get', 'post', 'put', 'patch', 'delete'];

/** Every operation of our contract, for tests that make requests of it. */
export const contractOperations: readonly ContractOperation[] = entriesOf(document.read('/paths')).flatMap(
  ([path, item]) =>
    entriesOf(item).flatMap(([method, operation]) =>
      methods.includes(method) && isNode(operation) ? [describeOperation(path, method, item, operation)] : [],
    ),
);

function describeOperation(path: string, method: string, item: unknown, operation: Node): ContractOperation {
  const lists = [isNode(item) ? item.parameters : [], operation.parameters].filter(Array.isArray).flat();
  const bodySchema = document.bodySchema(`${document.operation(String(operation.operationId))}/requestBody`);
  return {
    operationId: String(operation.operationId),
    method: method.toUpperCase(),
    path,
    parameters: lists.map(resolve).filter(isNode).map(describeParameter),
    body: bodySchema === null ? null : nodeOf(resolve(document.read(bodySchema))),
    statuses: new Set(Object.keys(nodeOf(operation.responses)).map(Number)),
  };
}

function describeParameter({ in: place, name, schema, required }: Node): Parameter {
  if (place !== 'path' && place !== 'query' && place !== 'header') throw new Error(`a parameter in ${String(place)}`);
  return { place, name: String(name), schema: nodeOf(schema), required: required === true };
}

function resolve(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(resolve);
  if (!isNode(value)) return value;
  if (typeof value.$ref === 'string') return resolve(document.read(value.$ref.slice(1)));
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, resolve(inner)]));
}

/** Values that keep to a schema of our contract, as far as one can tell without the rules beyond it. */
export function valuesOf(schema: Node): fc.Arbitrary<unknown> {
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum);
  if (Array.isArray(schema.oneOf)) return fc.oneof(...schema.oneOf.map((one) => valuesOf(nodeOf(one))));
  switch (schema.type) {
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: limit(schema.minimum, 0), max: Math.min(limit(schema.maximum, 100_000), 1_000_000) });
    case 'array': {
      const bounds = { minLength: limit(schema.minItems, 0), maxLength: Math.min(limit(schema.maxItems, 3), 3) };
      return fc.uniqueArray(valuesOf(nodeOf(schema.items)), bounds);
    }
    case 'object': {
      const fields = entriesOf(schema.properties).map(([name, inner]) => [name, valuesOf(nodeOf(inner))] as const);
      const requiredKeys = Array.isArray(schema.required) ? schema.required.map(String) : [];
      return fc.record<Record<string, unknown>>(Object.fromEntries(fields), { requiredKeys });
    }
    case 'string':
      return textsOf(schema);
    default:
      return fc.constant({});
  }
}

function textsOf({ format, pattern, minLength, maxLength }: Node): fc.Arbitrary<string> {
  if (format === 'email') return fc.constantFrom('siti@example.com', 'b.u+d.i@sub.toko.co.id');
  if (format === 'date-time') return fc.integer({ min: 1, max: 700 }).map((hours) => afterHours(hours));
  if (typeof pattern === 'string') {
    const size = { min: limit(minLength, 0), max: Math.min(limit(maxLength, 30), 64) };
    return fc
      .stringMatching(new RegExp(pattern), { maxLength: size.max })
      .filter(({ length }) => length >= size.min && length <= limit(maxLength, 64));
  }
  return fc.string({ minLength: limit(minLength, 0), maxLength: Math.min(limit(maxLength, 40), 40) });
}

const afterHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const limit = (value: unknown, otherwise: number) => (typeof value === 'number' ? value : otherwise);

function nodeOf(value: unknown): Node {
  return isNode(value) ? value : {};
}

function entriesOf(value: unknown): [string, unknown][] {
  return isNode(value) ? Object.entries(value) : [];
}
