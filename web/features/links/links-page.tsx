import { Suspense } from 'react';
import { Outlet } from 'react-router';

/** The list of links, and beside it the open one. */
export function LinksPage() {
  return (
    <Suspense fallback={null}>
      <Outlet />
    </Suspense>
  );
}
