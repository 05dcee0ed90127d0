import type { Role } from './permissions.ts';

/** Who acts: passed to use cases explicitly, and written into the audit entry of what they do. */
export interface Actor {
  staffId: string;
  name: string;
  role: Role;
  /** Of the request by which they act; null outside of requests. */
  requestId: string | null;
}
