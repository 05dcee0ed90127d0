import type { Link } from '../../../api/links.ts';

/** What handing a link over needs to know of it. */
export type SharedLink = Pick<
  Link,
  | 'reference'
  | 'customerName'
  | 'description'
  | 'amountIdr'
  | 'isOpenAmount'
  | 'expiresAt'
  | 'emails'
  | 'phone'
  | 'contactMasked'
> & { url: string };
