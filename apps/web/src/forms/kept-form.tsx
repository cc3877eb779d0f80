import { Trans } from '@lingui/react/macro';
import { Button, Group, Stack } from '@mantine/core';
import { useQuery, type UseQueryOptions } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Fetched } from '../shell/fetched.tsx';
import { Saved } from './saved.tsx';
import { type Saving, useSaving } from './use-saving.ts';

interface Versioned {
  readonly version: number;
}
type Change<Kept> = (part: Partial<Kept>) => void;

interface Props<Kept extends Versioned> {
  readonly query: UseQueryOptions<Kept, Error, Kept, string[]>;
  readonly save: (changed: Kept) => Promise<unknown>;
  readonly loading: string;
  readonly width?: number;
  /** False for those who may only look: there is nothing to save. */
  readonly editable?: boolean;
  /** Whether what was entered can be sent. */
  readonly ready?: (draft: Kept) => boolean;
  readonly children: (draft: Kept, change: Change<Kept>, error: Error | null) => ReactNode;
}

/** One document of the clinic: read, changed, and saved as the version that was read. */
export function KeptForm<Kept extends Versioned>({ query, save, loading, ...form }: Props<Kept>) {
  const kept = useQuery(query);
  const saving = useSaving(save, query.queryKey[0] ?? '');
  return (
    <Fetched of={kept} loading={loading}>
      {(data) => <DraftForm key={data.version} kept={data} saving={saving} {...form} />}
    </Fetched>
  );
}

type DraftProps<Kept extends Versioned> = Omit<Props<Kept>, 'query' | 'save' | 'loading'> & {
  readonly kept: Kept;
  readonly saving: Saving<Kept>;
};

function DraftForm<Kept extends Versioned>({
  kept,
  saving,
  width = 640,
  editable = true,
  ready,
  children,
}: DraftProps<Kept>) {
  const [draft, setDraft] = useState(kept);
  const change: Change<Kept> = (part) => {
    setDraft({ ...draft, ...part });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate(draft);
      }}
    >
      <Stack gap="lg" maw={width}>
        {children(draft, change, saving.error)}
        {editable && (
          <Group gap="md">
            <Button type="submit" loading={saving.isPending} disabled={ready !== undefined && !ready(draft)}>
              <Trans>Save</Trans>
            </Button>
            <Saved error={saving.error} done={saving.isSuccess} />
          </Group>
        )}
      </Stack>
    </form>
  );
}
