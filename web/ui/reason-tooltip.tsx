import Tooltip from '@mui/material/Tooltip';
import type { ReactElement } from 'react';
import { ThemeProvider } from './theme-provider.tsx';

interface ReasonTooltipProps {
  /** One sentence; with null the child stands alone. */
  reason: string | null;
  children: ReactElement<{ 'aria-label'?: string }>;
}

/** Says why something is as it is, on hover and on focus, and to screen readers as its description. */
export function ReasonTooltip({ reason, children }: ReasonTooltipProps) {
  return (
    <ThemeProvider>
      <Tooltip title={reason ?? ''} describeChild enterDelay={100} placement="top">
        {children}
      </Tooltip>
    </ThemeProvider>
  );
}
