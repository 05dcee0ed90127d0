import type { Request, Response } from 'express';
import type { operations } from '../../openapi/generated/console.ts';
import type { Actor } from '../auth/actor.ts';
import type { Permission } from '../auth/permissions.ts';
import type { SignedIn } from './admit.ts';

type OperationId = keyof operations;
type Parameters<Id extends OperationId> = operations[Id]['parameters'];
type Given<Values> = [NonNullable<Values>] extends [never] ? Record<never, never> : NonNullable<Values>;

type Params<Id extends OperationId> = Given<Parameters<Id>['path']>;
type Query<Id extends OperationId> = Given<Parameters<Id>['query']>;
type Header<Id extends OperationId> = Given<Parameters<Id>['header']>;
/** Node writes header names in lower case. */
type Headers<Id extends OperationId> = { [Name in keyof Header<Id> as Lowercase<Name & string>]: Header<Id>[Name] };
type Body<Id extends OperationId> = operations[Id] extends {
  requestBody: { content: { 'application/json': infer Json } };
}
  ? Json
  : undefined;
type Responses<Id extends OperationId> = operations[Id]['responses'];
type SuccessBody<Id extends OperationId> = {
  [Status in keyof Responses<Id>]: Status extends 200 | 201 | 202
    ? Responses<Id>[Status] extends { content: { 'application/json': infer Json } }
      ? Json
      : never
    : never;
}[keyof Responses<Id>];

/** What a handler of a public operation gets; all inputs have passed the contract. */
export interface RouteContext<Id extends OperationId> {
  request: Request;
  response: Response<SuccessBody<Id>>;
  params: Params<Id>;
  query: Query<Id>;
  headers: Headers<Id>;
  body: Body<Id>;
}

/** What a handler gets beside it when somebody is signed in. */
export interface SignedInContext<Id extends OperationId> extends RouteContext<Id> {
  actor: Actor;
  session: SignedIn['session'];
  /** Runs on this server; the permission holds in it. */
  environment: Params<Id> extends { environment: infer Environment } ? Environment : null;
}

interface Declaration<Id extends OperationId> {
  operationId: Id;
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** In express' notation. */
  path: string;
}
interface PublicDeclaration<Id extends OperationId> extends Declaration<Id> {
  permission: 'public';
  handle(context: RouteContext<Id>): Promise<void>;
}
interface GuardedDeclaration<Id extends OperationId> extends Declaration<Id> {
  /** What it takes in the path's environment; 'signed-in' for what everybody may do. */
  permission: Permission | 'signed-in';
  handle(context: SignedInContext<Id>): Promise<void>;
}

/** One operation of the contract with its handler; `registerRoutes` puts the checks in front of it. */
export interface Route extends Declaration<OperationId> {
  permission: Permission | 'signed-in' | 'public';
  run(request: Request, response: Response, signedIn: SignedIn | null): Promise<void>;
}

/** States an operation of console.yaml: its address, who may, and what it does. The contract types the handler. */
export function route<Id extends OperationId>(declaration: PublicDeclaration<Id> | GuardedDeclaration<Id>): Route {
  const { operationId, method, path, permission } = declaration;
  return {
    operationId,
    method,
    path,
    permission,
    run(request, response, signedIn) {
      const context = contextOf<Id>(request, response);
      if (declaration.permission === 'public') return declaration.handle(context);
      if (signedIn === null) throw new Error(`${operationId} was reached without a session`);
      const { actor, session } = signedIn;
      const environment = signedIn.environment as SignedInContext<Id>['environment'];
      return declaration.handle({ ...context, actor, session, environment });
    },
  };
}

/** The one place where checked input takes the contract's types. */
function contextOf<Id extends OperationId>(request: Request, response: Response): RouteContext<Id> {
  const checked: Record<'params' | 'query' | 'headers' | 'body', unknown> = request;
  return {
    request,
    response,
    params: checked.params as Params<Id>,
    query: checked.query as Query<Id>,
    headers: checked.headers as Headers<Id>,
    body: checked.body as Body<Id>,
  };
}
