import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Stack } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { may, sessionQuery } from '../../api/session.ts';
import { PageHead } from '../../shell/page-head.tsx';
import { Empty } from '../../shell/states.tsx';
import { useTitle } from '../../shell/use-title.ts';
import { UploadForm } from './upload-form.tsx';

/** An instrument comes in as a file, and what is wrong with it is said place by place. */
export function UploadPage(): ReactNode {
  useTitle(t`Upload an instrument: administration`);
  const { data: person } = useSuspenseQuery(sessionQuery);
  if (person === null || !may.publishInstruments(person)) {
    return (
      <Empty title={t`Not for your role`}>
        <Trans>Administrators publish instruments.</Trans>
      </Empty>
    );
  }
  return (
    <Stack gap="lg" maw={760}>
      <PageHead title={<Trans>Upload an instrument</Trans>}>
        <Trans>
          What is published can be asked at once, and this version of it never changes. Everything is looked
          through first; what is refused leaves no trace.
        </Trans>
      </PageHead>
      <UploadForm />
    </Stack>
  );
}
