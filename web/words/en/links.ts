/** The list of payment links. */
export const links = {
  title: 'Payment links',
  create: 'Create link',
  mayNotCreate: 'Your role may not create links in this environment.',
};
