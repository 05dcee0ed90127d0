/** Finds the parts of an OpenAPI document; a part is named by its JSON pointer, references followed. */
export interface ContractDocument {
  readonly root: unknown;
  /** The object at a pointer with its references followed; null when there is none. */
  read(pointer: string): Node | null;
  /** The pointer that a chain of bare references ends at. */
  follow(pointer: string): string;
  operation(operationId: string): string;
  webhook(name: string): string;
  response(operation: string, httpStatus: number): string | null;
  /** The JSON schema of a request body or response; null when it has no JSON body. */
  bodySchema(pointer: string): string | null;
  queryParameters(operation: string): { name: string; required: boolean; schema: string }[];
}

export type Node = Readonly<Record<string, unknown>>;

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One step of a JSON pointer, escaped. */
export const step = (name: string) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;

export function openDocument(root: unknown): ContractDocument {
  const operations = indexOperations(root);

  function at(pointer: string): unknown {
    let value = root;
    for (const part of pointer.split('/').slice(1)) {
      const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
      if (Array.isArray(value)) value = value[Number(name)];
      else value = isNode(value) && Object.hasOwn(value, name) ? value[name] : undefined;
    }
    return value;
  }

  function follow(pointer: string): string {
    const value = at(pointer);
    // Beside a schema's $ref other keywords may stand; such a node is no mere reference.
    const isReference = isNode(value) && typeof value.$ref === 'string' && Object.keys(value).every(isHarmless);
    return isReference ? follow(String(value.$ref).slice(1)) : pointer;
  }

  function read(pointer: string): Node | null {
    const value = at(follow(pointer));
    return isNode(value) ? value : null;
  }

  return {
    root,
    read,
    follow,
    operation(operationId) {
      const pointer = operations.get(operationId);
      if (!pointer) throw new Error(`The contract has no operation ${operationId}`);
      return pointer;
    },
    webhook(name) {
      const pointer = `/webhooks${step(name)}/post`;
      if (!read(pointer)) throw new Error(`The contract has no webhook ${name}`);
      return pointer;
    },
    response(operation, httpStatus) {
      const candidates = [String(httpStatus), `${String(httpStatus).charAt(0)}XX`, 'default'];
      const found = candidates.find((status) => read(`${operation}/responses/${status}`));
      return found ? `${operation}/responses/${found}` : null;
    },
    bodySchema(pointer) {
      const content = read(pointer)?.content;
      const type = isNode(content) ? Object.keys(content).find((name) => /[/+]json$/.test(name)) : undefined;
      return type ? `${follow(pointer)}/content${step(type)}/schema` : null;
    },
    queryParameters(operation) {
      const pathItem = operation.slice(0, operation.lastIndexOf('/'));
      return [`${pathItem}/parameters`, `${operation}/parameters`].flatMap((list) => {
        const parameters = at(list);
        if (!Array.isArray(parameters)) return [];
        return parameters.flatMap((_, index) => {
          const parameter = read(`${list}/${index}`);
          if (parameter?.in !== 'query') return [];
          const schema = `${follow(`${list}/${index}`)}/schema`;
          return [{ name: String(parameter.name), required: parameter.required === true, schema }];
        });
      });
    },
  };
}

const isHarmless = (keyword: string) => ['$ref', 'description', 'summary', 'examples'].includes(keyword);

/** operationId → pointer of the operation. */
function indexOperations(root: unknown): Map<string, string> {
  const operations = new Map<string, string>();
  const paths = isNode(root) && isNode(root.paths) ? root.paths : {};
  for (const [path, item] of Object.entries(paths)) {
    if (!isNode(item)) continue;
    for (const [method, operation] of Object.entries(item)) {
      if (isNode(operation) && typeof operation.operationId === 'string')
        operations.set(operation.operationId, `/paths${step(path)}/${method}`);
    }
  }
  return operations;
}
