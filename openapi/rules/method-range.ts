import { remMethodLimits } from '../generated/provider-limits.ts';
import type { RemBank, RemMethod } from './channels.ts';

/** The amounts in rupiah that a REM link takes by a method, or by the virtual account of one bank; null where there is no maximum. */
export function methodRange(method: RemMethod, bank?: RemBank): { minIdr: number; maxIdr: number | null } {
  const limits = remMethodLimits.filter(
    (limit) => limit.method === method && (bank === undefined || limit.bank === bank),
  );
  const minIdr = Math.min(...limits.map((limit) => limit.minIdr));
  const mostIdr = Math.max(...limits.map((limit) => limit.maxIdr ?? Number.POSITIVE_INFINITY));
  return { minIdr, maxIdr: Number.isFinite(mostIdr) ? mostIdr : null };
}
