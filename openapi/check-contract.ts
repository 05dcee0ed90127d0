import { readFileSync } from 'node:fs';
import { openDocument } from './contract-document.ts';
import { schemaChecks } from './schema-checks.ts';

export type ContractName = 'rem' | 'fazz' | 'console';

/**
 * Each check returns what differs from the contract, one sentence each, at most 20; bad bodies never throw, an
 * operation that the contract lacks does. Sentences hold field names and never values, which may be a payer's.
 */
export interface Contract {
  /** Fields that the contract does not name are let through, unless it forbids them. `query` is as parsed from the URL. */
  checkRequest(operationId: string, body: unknown, query?: Readonly<Record<string, string>>): string[];
  checkResponse(operationId: string, httpStatus: number, body: unknown): string[];
  checkWebhook(name: string, body: unknown): string[];
}

const loaded = new Map<ContractName, Contract>();

/** The contract of openapi/<name>.yaml, read once; schemas are compiled when they are first needed. */
export function loadContract(name: ContractName): Contract {
  const known = loaded.get(name);
  if (known) return known;
  const contract = compile(
    name,
    JSON.parse(readFileSync(new URL(`./generated/${name}.json`, import.meta.url), 'utf8')),
  );
  loaded.set(name, contract);
  return contract;
}

function compile(name: ContractName, root: unknown): Contract {
  const document = openDocument(root);
  const checks = schemaChecks(name, document);

  function checkBody(bodyPointer: string, body: unknown): string[] {
    const schema = document.bodySchema(bodyPointer);
    return schema ? checks.deviations(schema, body) : [];
  }

  return {
    checkRequest(operationId, body, query = {}) {
      const operation = document.operation(operationId);
      const requestBody = `${operation}/requestBody`;
      const isBodyMissing = body === undefined && document.read(requestBody)?.required === true;
      const schema = body === undefined ? null : document.bodySchema(requestBody);
      return [
        ...(isBodyMissing ? ['The body is missing.'] : []),
        ...(schema ? checks.violations(schema, body) : []),
        ...document.queryParameters(operation).flatMap((parameter) => checkParameter(parameter, query[parameter.name])),
      ];
    },
    checkResponse(operationId, httpStatus, body) {
      const response = document.response(document.operation(operationId), httpStatus);
      return response ? checkBody(response, body) : [`HTTP ${httpStatus} is not among the answers of ${operationId}.`];
    },
    checkWebhook: (webhook, body) => checkBody(`${document.webhook(webhook)}/requestBody`, body),
  };

  function checkParameter(parameter: { name: string; required: boolean; schema: string }, text: string | undefined) {
    if (text === undefined) return parameter.required ? [`${parameter.name} is missing.`] : [];
    const type = document.read(parameter.schema)?.type;
    return checks.violations(parameter.schema, fromQuery(text, type), parameter.name);
  }
}

/** A query value as the type that its schema asks for; as it is when it does not look like one. */
function fromQuery(text: string, type: unknown): unknown {
  if (type === 'array') return text.split(',');
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  if ((type === 'integer' || type === 'number') && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  return text;
}
