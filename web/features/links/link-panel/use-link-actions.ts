import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type EnvironmentName, keys } from '../../../api/keys.ts';
import { refreshLink, resendLinkCallback, takeAnswer } from '../../../api/link-actions.ts';
import type { Link } from '../../../api/links.ts';

/** Resend and refresh of one link. Nothing is shown as done before the server has said so. */
export function useLinkActions({ id }: Link, environment: EnvironmentName) {
  const queryClient = useQueryClient();
  const onSuccess = (link: Link) => takeAnswer(queryClient, environment, link);
  // A refusal is an entry of the timeline too.
  const onError = () => queryClient.invalidateQueries({ queryKey: keys.link(environment, id) });
  const resend = useMutation({ mutationFn: () => resendLinkCallback(environment, id), onSuccess, onError });
  const refresh = useMutation({ mutationFn: () => refreshLink(environment, id), onSuccess, onError });
  return { resend, refresh };
}

export type LinkAction = ReturnType<typeof useLinkActions>['resend'];
