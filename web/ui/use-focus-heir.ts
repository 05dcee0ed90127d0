import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/**
 * When the element that the ref is given to leaves the page with the focus in it, or in a dialog above it, the heir gets the
 * focus: a heading with tabIndex -1, say. Otherwise it would be lost, and the keyboard would start at the top again.
 */
export function useFocusHeir<Place extends HTMLElement>(heir: RefObject<HTMLElement | null>): RefObject<Place | null> {
  const place = useRef<Place>(null);
  const hadFocus = useRef(false);
  useLayoutEffect(
    () => () => {
      // The last moment at which it is still there.
      const focused = document.activeElement;
      hadFocus.current = place.current?.contains(focused) === true || focused?.closest('[role=dialog]') != null;
    },
    [],
  );
  // Not before the dialog is gone too, which takes back any focus that leaves it.
  useEffect(
    () => () => {
      if (hadFocus.current) heir.current?.focus();
    },
    [heir],
  );
  return place;
}
