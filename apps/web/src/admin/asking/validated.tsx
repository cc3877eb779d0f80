import { Trans } from '@lingui/react/macro';
import { Badge } from '@mantine/core';

/** Whether a study has shown that it measures what it says. */
export function Validated({ validated }: { readonly validated: boolean }) {
  return validated ? (
    <Badge tt="none" variant="light">
      <Trans>validated</Trans>
    </Badge>
  ) : (
    <Badge tt="none" className="attention">
      <Trans>not validated</Trans>
    </Badge>
  );
}
