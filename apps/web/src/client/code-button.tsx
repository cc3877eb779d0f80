import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { showCode } from '../api/asking.ts';

interface Props {
  readonly requestId: string;
  /** Which request it is, of several on a page. */
  readonly label: string;
}

/** One more way into an open request: a code on this screen that the client's phone reads. */
export function CodeButton({ requestId, label }: Props) {
  const coding = useMutation({ mutationFn: showCode });
  return (
    <>
      <Button
        variant="default"
        aria-label={label}
        loading={coding.isPending}
        onClick={() => {
          coding.mutate(requestId);
        }}
      >
        <Trans>Show a code</Trans>
      </Button>
      {coding.error && (
        <Text c="red" size="sm" role="alert">
          {coding.error.message}
        </Text>
      )}
      {coding.data && (
        <img
          className="code"
          alt={t`Code for the client’s phone: it opens the check-in`}
          src={`data:image/svg+xml;base64,${btoa(coding.data.svg)}`}
        />
      )}
    </>
  );
}
