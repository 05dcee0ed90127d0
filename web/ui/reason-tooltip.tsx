import Tooltip from '@mui/material/Tooltip';
import type { ReactElement } from 'react';
import { ThemeProvider } from './theme-provider.tsx';

/** At the edge of the window half a pixel too many would bring a scroll bar. */
const awayFromEdges = { modifiers: [{ name: 'preventOverflow', options: { padding: 8 } }] };

interface ReasonTooltipProps {
  /** One sentence; with null the child stands alone. */
  reason: string | null;
  children: ReactElement<{ 'aria-label'?: string }>;
}

/** Says why something is as it is, on hover and on focus, and to screen readers as its description. */
export function ReasonTooltip({ reason, children }: ReasonTooltipProps) {
  return (
    <ThemeProvider>
      <Tooltip
        title={reason ?? ''}
        describeChild
        enterDelay={100}
        placement="top"
        slotProps={{ popper: { popperOptions: awayFromEdges } }}
      >
        {children}
      </Tooltip>
    </ThemeProvider>
  );
}
