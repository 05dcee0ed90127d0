import type { EnvironmentName } from '../../../api/keys.ts';
import type { Link } from '../../../api/links.ts';
import { LinkActions } from './link-actions.tsx';
import { LinkFacts } from './link-facts.tsx';
import { LinkNotice } from './link-notice.tsx';
import { Timeline } from './timeline/timeline.tsx';

interface LinkDetailsProps {
  link: Link;
  environment: EnvironmentName;
}

/** Everything below the head of the panel: what needs to be said, what may be done, what is known, and why. */
export function LinkDetails({ link, environment }: LinkDetailsProps) {
  return (
    <>
      <LinkNotice link={link} />
      <LinkActions link={link} environment={environment} />
      <LinkFacts link={link} />
      <Timeline link={link} environment={environment} />
    </>
  );
}
