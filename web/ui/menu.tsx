import Divider from '@mui/material/Divider';
import MuiMenu from '@mui/material/Menu';
import MuiMenuItem from '@mui/material/MenuItem';
import MuiMenuList from '@mui/material/MenuList';
import type { ReactNode, Ref } from 'react';
import { CheckIcon } from './icons.tsx';
import styles from './menu.module.css';
import { ThemeProvider } from './theme-provider.tsx';

interface MenuProps {
  /** The button that opened it; the focus returns there. */
  anchor: HTMLElement;
  onClose: () => void;
  label: string;
  align?: 'left' | 'right';
  children: ReactNode;
}

/** A menu at its button: arrows and first letters move, Enter and Space choose, Esc closes. Load it lazily; mounted is open. */
export function Menu({ anchor, onClose, label, align = 'left', children }: MenuProps) {
  return (
    <ThemeProvider>
      <MuiMenu
        open
        anchorEl={anchor}
        onClose={onClose}
        transitionDuration={0}
        anchorOrigin={{ vertical: 'bottom', horizontal: align }}
        transformOrigin={{ vertical: 'top', horizontal: align }}
        slotProps={{ list: { 'aria-label': label }, paper: { className: styles.paper } }}
      >
        {children}
      </MuiMenu>
    </ThemeProvider>
  );
}

interface MenuListProps {
  label: string;
  children: ReactNode;
}

/** The items of a menu as a part of something else, a popover say; the first one has the focus. */
export function MenuList({ label, children }: MenuListProps) {
  return (
    <MuiMenuList autoFocusItem aria-label={label} className={styles.list}>
      {children}
    </MuiMenuList>
  );
}

interface MenuItemProps {
  children: ReactNode;
  onClick: () => void;
  /** With a value it is a choice: one of several (`radio`), or on and off (`checkbox`). */
  choice?: 'radio' | 'checkbox';
  checked?: boolean;
  /** What it means, smaller, below. */
  hint?: ReactNode;
  icon?: ReactNode;
  shortcut?: string;
  ref?: Ref<HTMLLIElement>;
}

export function MenuItem({
  children,
  onClick,
  choice,
  checked = false,
  hint,
  icon,
  shortcut,
  ref,
  ...rest
}: MenuItemProps) {
  return (
    <MuiMenuItem
      {...rest}
      ref={ref}
      className={styles.item}
      onClick={onClick}
      role={choice ? `menuitem${choice}` : 'menuitem'}
      aria-checked={choice ? checked : undefined}
    >
      {icon}
      <span className={styles.words}>
        {children}
        {hint && <small>{hint}</small>}
      </span>
      {shortcut && <kbd className={styles.shortcut}>{shortcut}</kbd>}
      {choice && <span className={styles.check}>{checked && <CheckIcon />}</span>}
    </MuiMenuItem>
  );
}

/** A quiet heading over a group of items. */
export function MenuHeading({ children }: { children: ReactNode }) {
  return (
    <li role="presentation" className={styles.heading}>
      {children}
    </li>
  );
}

/** A line between groups. */
export function MenuLine() {
  return <Divider component="li" className={styles.line} />;
}
