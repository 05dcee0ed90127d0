import { useMutation } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { signOut, useSession } from '../api/session.ts';
import { Menu, MenuHeading, MenuItem, MenuLine } from '../ui/menu.tsx';
import { type ThemeChoice, useThemeChoice } from '../ui/theme-choice.ts';
import { type Language, useLanguage, useWords } from '../words/words.tsx';
import styles from './account-menu.module.css';
import { paths } from './paths.ts';

const languages: readonly (readonly [Language, string])[] = [
  ['en', 'English'],
  ['id', 'Bahasa Indonesia'],
];
const themes: readonly ThemeChoice[] = ['system', 'light', 'dark'];

interface AccountMenuProps {
  anchor: HTMLElement;
  onClose: () => void;
  onHelp: () => void;
}

/** Name and role, language, appearance, keyboard and sign-out. */
export function AccountMenu({ anchor, onClose, onHelp }: AccountMenuProps) {
  const { common } = useWords();
  const { staff } = useSession();
  const { language, setLanguage } = useLanguage();
  const [theme, setTheme] = useThemeChoice();
  const navigate = useNavigate();
  const leaving = useMutation({ mutationFn: signOut, onSuccess: () => navigate(paths.signIn()) });
  return (
    <Menu anchor={anchor} onClose={onClose} label={common.account(staff.name)} align="right">
      <li role="presentation" className={styles.who}>
        <strong>{staff.name}</strong>
        <small>
          {common.roles[staff.role]} · {staff.email}
        </small>
      </li>
      <MenuLine />
      <MenuHeading>{common.languageLabel}</MenuHeading>
      {languages.map(([code, name]) => (
        <MenuItem key={code} choice="radio" checked={code === language} onClick={() => setLanguage(code)}>
          <span lang={code}>{name}</span>
        </MenuItem>
      ))}
      <MenuLine />
      <MenuHeading>{common.theme}</MenuHeading>
      {themes.map((choice) => (
        <MenuItem key={choice} choice="radio" checked={choice === theme} onClick={() => setTheme(choice)}>
          {common.themes[choice]}
        </MenuItem>
      ))}
      <MenuLine />
      <MenuItem onClick={onHelp} shortcut="?">
        {common.keyboardShortcuts}
      </MenuItem>
      <MenuItem onClick={() => leaving.mutate()}>{common.signOut}</MenuItem>
    </Menu>
  );
}
