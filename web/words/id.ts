import type { Catalogue } from './en.ts';
import { callbacks } from './id/callbacks.ts';
import { codes } from './id/codes.ts';
import { common } from './id/common.ts';
import { create } from './id/create.ts';
import { createLink } from './id/create-link.ts';
import { createOneTime } from './id/create-one-time.ts';
import { createRouting } from './id/create-routing.ts';
import { destinations } from './id/destinations.ts';
import { imports } from './id/imports.ts';
import { kinds } from './id/kinds.ts';
import { lists } from './id/lists.ts';
import { overview } from './id/overview.ts';
import { pages } from './id/pages.ts';
import { payment } from './id/payment.ts';
import { payments } from './id/payments.ts';
import { problems } from './id/problems.ts';
import { resends } from './id/resends.ts';
import { share } from './id/share.ts';
import { signIn } from './id/sign-in.ts';

/** Everything the console says, in Bahasa Indonesia. */
export const id: Catalogue = {
  callbacks,
  codes,
  common,
  create,
  createLink,
  createOneTime,
  createRouting,
  destinations,
  imports,
  kinds,
  lists,
  overview,
  pages,
  payment,
  payments,
  problems,
  resends,
  share,
  signIn,
};
