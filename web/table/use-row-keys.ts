import { type RefObject, useEffect, useRef, useState } from 'react';
import { useShortcut } from '../ui/use-shortcut.ts';
import type { TableRow } from './columns.ts';

/** Arrow keys scroll, and mean nothing to the table, while a person is in one of these. */
const ELSEWHERE = 'aside, nav, header, [role=dialog], [role=menu]';

function linkOf(body: HTMLElement | null, id: string): HTMLElement | null {
  return body?.querySelector<HTMLElement>(`tr[data-id="${CSS.escape(id)}"] a`) ?? null;
}

/**
 * Moves the focus from row to row with the arrow keys, Home and End, and brings it back to the row that was open when
 * the panel closes. Exactly one row (`activeId`) can be reached with Tab.
 */
export function useRowKeys(body: RefObject<HTMLElement | null>, rows: readonly TableRow[], openId: string | null) {
  const [chosenId, setActiveId] = useState(openId);
  const activeId = rows.some(({ id }) => id === chosenId) ? chosenId : (rows[0]?.id ?? null);

  const move = (to: (index: number) => number) => {
    if (document.activeElement?.closest(ELSEWHERE)) return;
    const isInTable = body.current?.contains(document.activeElement) ?? false;
    const index = rows.findIndex(({ id }) => id === activeId);
    const target = rows[isInTable ? Math.min(Math.max(to(index), 0), rows.length - 1) : Math.max(index, 0)];
    if (!target) return;
    setActiveId(target.id);
    linkOf(body.current, target.id)?.focus();
  };
  useShortcut('ArrowDown', () => move((index) => index + 1));
  useShortcut('ArrowUp', () => move((index) => index - 1));
  useShortcut('Home', () => move(() => 0));
  useShortcut('End', () => move(() => rows.length - 1));

  const wasOpenId = useRef(openId);
  useEffect(() => {
    const closedId = wasOpenId.current;
    wasOpenId.current = openId;
    if (openId !== null) setActiveId(openId);
    else if (closedId !== null && document.activeElement === document.body) linkOf(body.current, closedId)?.focus();
  }, [openId, body]);

  return { activeId, setActiveId };
}
