import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Group, Text, TextInput, Title } from '@mantine/core';
import { quietHoursQuery, saveQuietHours } from '../../api/admin.ts';
import { problemAt } from '../../forms/field-problem.ts';
import { KeptForm } from '../../forms/kept-form.tsx';

/** When no client is written to. */
export function QuietHours({ readOnly }: { readonly readOnly: boolean }) {
  return (
    <section aria-labelledby="quiet-hours">
      <Title id="quiet-hours" order={3} size="h5" mb={4}>
        <Trans>Quiet hours</Trans>
      </Title>
      <Text size="sm" c="dimmed" mb="sm" maw={480}>
        <Trans>
          Clients are not written to then, by their own clock: what is due waits until the end. The same time
          twice for no quiet hours.
        </Trans>
      </Text>
      <KeptForm
        query={quietHoursQuery}
        save={saveQuietHours}
        loading={t`Loading the quiet hours`}
        editable={!readOnly}
      >
        {({ from, to }, change, error) => (
          <Group gap="sm" align="flex-start">
            <TextInput
              type="time"
              label={t`From`}
              required
              readOnly={readOnly}
              value={from}
              error={problemAt(error, '/from')}
              onChange={({ currentTarget: { value } }) => {
                change({ from: value });
              }}
            />
            <TextInput
              type="time"
              label={t`Until`}
              required
              readOnly={readOnly}
              value={to}
              error={problemAt(error, '/to')}
              onChange={({ currentTarget: { value } }) => {
                change({ to: value });
              }}
            />
          </Group>
        )}
      </KeptForm>
    </section>
  );
}
