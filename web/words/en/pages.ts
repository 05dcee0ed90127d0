/** Pages that stand for others: nothing there, or broken. */
export const pages = {
  notFoundTitle: 'There is nothing at this address',
  notFoundDetail: 'The address may be mistyped, or belong to an environment that this server does not run.',
  toStart: 'Go to the start',
  brokenTitle: 'This page has stopped working',
  brokenDetail:
    'Nothing was changed at the provider by this. Reload the page; if it happens again, tell a developer what is written below.',
};
