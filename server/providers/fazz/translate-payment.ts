/** From Fazz's one-time payment documents to statements. */
import { isNode, type Node } from '../../../openapi/contract-document.ts';
import { type Statement, silent } from '../../payments/statement.ts';
import { type Fields, readFields } from '../fields.ts';
import type { Translation } from './ask.ts';
import { methodsByType, readChannel, readWallet } from './codes.ts';
import { readFeeSen } from './fees.ts';
import { readProgress } from './statuses.ts';

/** `{id, type, attributes}` of a one-time payment; null when it has no id or no attributes. */
export function translatePayment(resource: Node): Translation | null {
  const identity = readFields(resource, 'unreadable');
  const providerPaymentId = identity.id('id');
  if (providerPaymentId === null || !isNode(resource.attributes)) return null;
  const fields = readFields(resource.attributes, 'unreadable');
  const instructions = readMethod(asNode(resource.attributes.paymentMethod));
  const statement: Statement = {
    ...silent,
    ...readProgress(fields),
    ...instructions.said,
    providerPaymentId,
    reference: fields.text('referenceId'),
    feeSen: readFeeSen(fields),
    description: fields.text('description'),
    createdAt: fields.instant('createdAt'),
    // Null of a payment through a static method (providers.md B.3).
    expiresAt: fields.instant('expiredAt'),
  };
  return { statement, deviations: [...identity.deviations, ...fields.deviations, ...instructions.deviations] };
}

/** How the payer is to pay: `instructions`, or of an e-wallet `settlement`. */
function readMethod(paymentMethod: Node): { said: Partial<Statement>; deviations: readonly string[] } {
  const method = readFields(paymentMethod, 'unreadable');
  const instructionsNode = asNode(paymentMethod.instructions);
  const instructions = readFields(instructionsNode, 'unreadable');
  const wallet = readFields(asNode(paymentMethod.settlement), 'unreadable');
  const bankOrOutlet =
    instructions.text('bankShortCode') ??
    instructions.text('retailOutletName') ??
    // Read by one caller in its stead (providers.md C.21).
    instructions.text('retailOutletCode');
  const methodId = method.text('id');
  const type = method.word('type', methodsByType);
  const said = {
    method: type,
    channel: bankOrOutlet === null ? walletOf(type, methodId) : readChannel(bankOrOutlet),
    accountNumber: asWritten(instructionsNode, instructions, 'accountNo'),
    paymentCode: asWritten(instructionsNode, instructions, 'paymentCode'),
    qrImageUrl: instructions.url('imageUrl'),
    // With IKN- before it in Fazz's sandbox, since that is what the payer's bank shows there (providers.md B.3).
    displayName: instructions.text('displayName'),
    url: wallet.url('httpUrl'),
    appUrl: readAppUrl(wallet),
  } satisfies Partial<Statement>;
  return { said, deviations: [...method.deviations, ...instructions.deviations, ...wallet.deviations] };
}

const walletOf = (method: Statement['method'], methodId: string | null) =>
  method === 'ewallet' && methodId !== null ? readWallet(methodId) : null;

/** A JSON number would have lost leading zeros and late digits, and the payer's money would go astray. */
function asWritten(node: Node, fields: Fields, name: string): string | null {
  if (typeof node[name] !== 'number') return fields.text(name);
  fields.note(`${name} could not be used.`);
  return null;
}

/** Opens a wallet: of any scheme (shopeeid://), except those that a browser would run or read itself. */
function readAppUrl(wallet: Fields): string | null {
  const text = wallet.text('mobileUrl');
  if (text === null) return null;
  const { protocol } = URL.canParse(text) ? new URL(text) : { protocol: 'about:' };
  if (!/^(about|blob|data|file|filesystem|javascript|vbscript|view-source):$/.test(protocol)) return text;
  wallet.note('mobileUrl could not be used.');
  return null;
}

const asNode = (value: unknown): Node => (isNode(value) ? value : {});
