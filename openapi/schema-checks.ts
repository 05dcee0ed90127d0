import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { type ContractDocument, isNode, step } from './contract-document.ts';
import { describeErrors, inWords, printable } from './describe-errors.ts';

export interface SchemaChecks {
  /** Where a value breaks the schema at a pointer. */
  violations(schema: string, value: unknown, name?: string): string[];
  /** The same, and the fields that the schema does not name. */
  deviations(schema: string, value: unknown): string[];
}

/** Checks values against the schemas of one document; each schema is compiled when it is first needed. */
export function schemaChecks(id: string, document: ContractDocument): SchemaChecks {
  const ajv = new Ajv2020({ strict: false, allErrors: true, verbose: true, validateSchema: false, logger: false });
  formats.default(ajv);
  ajv.addSchema(isNode(document.root) ? document.root : {}, id);
  const compiled = new Map<string, ValidateFunction>();

  function errorsOf(schema: string, value: unknown): ErrorObject[] {
    let validate = compiled.get(schema);
    if (!validate) {
      validate = ajv.compile({ $ref: `${id}#${encodeURI(schema)}` });
      compiled.set(schema, validate);
    }
    return validate(value) ? [] : (validate.errors ?? []);
  }

  const isValid = (schema: string, value: unknown) => errorsOf(schema, value).length === 0;

  /** Of the alternatives in anyOf or oneOf those that fit, else the one that the value is most like. */
  function fitting(alternatives: string[], value: unknown): string[] {
    const valid = alternatives.filter((alternative) => isValid(alternative, value));
    if (valid.length > 0) return valid;
    const fields = isNode(value) ? Object.keys(value) : [];
    const judged = alternatives.map((alternative) => {
      const named = naming(speaking(alternative, value));
      const known = fields.filter((field) => named.some((schema) => namesField(schema, field))).length;
      return { alternative, known, distance: distance(errorsOf(alternative, value)) };
    });
    judged.sort((a, b) => b.known - a.known || a.distance - b.distance);
    return judged.slice(0, 1).map(({ alternative }) => alternative);
  }

  /** Every schema that speaks of this value: the one at the pointer and those that it is composed of. */
  function speaking(pointer: string, value: unknown): string[] {
    const schema = document.read(pointer);
    if (!schema) return [];
    const self = document.follow(pointer);
    const parts = (keyword: string) =>
      Array.isArray(schema[keyword]) ? schema[keyword].map((_, index) => `${self}/${keyword}/${index}`) : [];
    const composed = [
      ...(typeof schema.$ref === 'string' ? [schema.$ref.slice(1)] : []),
      ...parts('allOf'),
      ...fitting(parts('anyOf'), value),
      ...fitting(parts('oneOf'), value),
    ];
    return [self, ...composed.flatMap((part) => speaking(part, value))];
  }

  const naming = (schemas: string[]) => schemas.filter((schema) => document.read(schema)?.properties);
  const namesField = (schema: string, field: string) => Object.hasOwn(Object(document.read(schema)?.properties), field);

  function unknownFields(pointers: string[], value: unknown, path: string[]): string[] {
    const schemas = pointers.flatMap((pointer) => speaking(pointer, value));
    if (Array.isArray(value)) {
      const items = schemas.filter((schema) => document.read(schema)?.items).map((schema) => `${schema}/items`);
      return value.flatMap((item, index) => unknownFields(items, item, [...path, String(index)]));
    }
    if (!isNode(value)) return [];
    const named = naming(schemas);
    // A schema that names no property describes a free object.
    if (named.length === 0) return [];
    return Object.entries(value).flatMap(([field, child]) => {
      const here = named.filter((schema) => namesField(schema, field));
      if (here.length === 0) return [`${inWords([...path, field])} is not in the contract.`];
      return unknownFields(
        here.map((schema) => `${schema}/properties${step(field)}`),
        child,
        [...path, field],
      );
    });
  }

  /** Follows alternatives to the one that the value is meant to be, so that only its errors are named. */
  function meant(pointer: string, value: unknown): string {
    const schema = document.read(pointer);
    const self = document.follow(pointer);
    const keyword = ['anyOf', 'oneOf'].find((name) => Array.isArray(schema?.[name]));
    if (!keyword || !Array.isArray(schema?.[keyword])) return self;
    const [best] = fitting(
      schema[keyword].map((_, index) => `${self}/${keyword}/${index}`),
      value,
    );
    return best ? meant(best, value) : self;
  }

  function violations(schema: string, value: unknown, name = ''): string[] {
    const errors = errorsOf(schema, value);
    if (errors.length === 0) return [];
    const best = errorsOf(meant(schema, value), value);
    return atMost20(describeErrors(best.length > 0 ? best : errors, name));
  }

  return {
    violations,
    deviations: (schema, value) => atMost20([...violations(schema, value), ...unknownFields([schema], value, [])]),
  };
}

/** How far a value is from a schema; a wrong constant says that another schema is meant. */
function distance(errors: readonly ErrorObject[]): number {
  return errors.reduce((sum, { keyword }) => sum + (keyword === 'const' ? 10 : 1), 0);
}

function atMost20(sentences: string[]): string[] {
  const shown = [...new Set(sentences)].map(printable);
  return shown.length > 20 ? [...shown.slice(0, 19), `There are ${shown.length - 19} more.`] : shown;
}
