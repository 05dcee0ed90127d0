import { useState } from 'react';
import { remember, remembered } from '../../ui/remembered.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { useWords } from '../../words/words.tsx';

const views = ['chart', 'table'] as const;
type View = (typeof views)[number];

/** Whether a person reads this one as a chart or as a table; remembered on this device. */
export function useView(name: string): [View, (next: View) => void] {
  const key = `overview.${name}`;
  const [view, setView] = useState<View>(() => (remembered(key) === 'table' ? 'table' : 'chart'));
  const choose = (next: View) => {
    remember(key, next === 'chart' ? null : next);
    setView(next);
  };
  return [view, choose];
}

interface ViewSwitchProps {
  /** What is shown. */
  title: string;
  view: View;
  onChange: (next: View) => void;
}

/** Chart or table. */
export function ViewSwitch({ title, view, onChange }: ViewSwitchProps) {
  const { overview } = useWords();
  const choices = views.map((value) => ({ value, label: overview.view[value] }));
  return <Segmented label={overview.showAs(title)} choices={choices} value={view} onChange={onChange} />;
}
