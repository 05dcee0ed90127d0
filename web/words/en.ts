import { callbacks } from './en/callbacks.ts';
import { codes } from './en/codes.ts';
import { common } from './en/common.ts';
import { create } from './en/create.ts';
import { createLink } from './en/create-link.ts';
import { createOneTime } from './en/create-one-time.ts';
import { createRouting } from './en/create-routing.ts';
import { destinations } from './en/destinations.ts';
import { imports } from './en/imports.ts';
import { kinds } from './en/kinds.ts';
import { lists } from './en/lists.ts';
import { overview } from './en/overview.ts';
import { pages } from './en/pages.ts';
import { payment } from './en/payment.ts';
import { payments } from './en/payments.ts';
import { problems } from './en/problems.ts';
import { resends } from './en/resends.ts';
import { share } from './en/share.ts';
import { signIn } from './en/sign-in.ts';

/** Everything the console says, in English. Its shape is what every other language must have. */
export const en = {
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

export type Catalogue = typeof en;
