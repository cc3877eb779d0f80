import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { MessagesSearch } from '../../api/admin.ts';
import { Empty } from '../../shell/states.tsx';

/** That there are none at all, or none such as were looked for. */
export function NoMessages({ search: { status, personId } }: { readonly search: MessagesSearch }) {
  if (status !== undefined) {
    return (
      <Empty
        title={
          personId === undefined
            ? t`No message is in this state`
            : t`No message to this person is in this state`
        }
      >
        <Trans>Choose “All” to look for those in another.</Trans>
      </Empty>
    );
  }
  return personId === undefined ? (
    <Empty title={t`No messages`}>
      <Trans>Invitations, reminders and alerts to staff appear here.</Trans>
    </Empty>
  ) : (
    <Empty title={t`No message to this person`}>
      <Trans>Nothing was sent to them, or waits to be.</Trans>
    </Empty>
  );
}
