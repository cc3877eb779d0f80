import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import {
  Anchor,
  Button,
  Code,
  FileButton,
  Group,
  NativeSelect,
  Stack,
  Switch,
  Text,
  Textarea,
} from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { catalogueQuery, nameOf, type Upload, uploadInstrument } from '../../api/instruments.ts';
import { Refusals } from '../../forms/refusals.tsx';
import { useCreating } from '../../forms/use-creating.ts';
import { readDocument } from '../../forms/read-document.ts';

const route = getRouteApi('/admin/instruments/new');

type Kind = 'instrument' | 'fhir' | (string & {});

/** The document, from a file or pasted, and what became of it. */
export function UploadForm() {
  const { wording } = route.useSearch();
  const navigate = useNavigate();
  const kind: Kind = wording ?? route.useSearch().as ?? 'instrument';
  const { data: keys = [] } = useQuery(catalogueQuery);
  const [text, setText] = useState('');
  const [total, setTotal] = useState(false);
  const [direction, setDirection] = useState('');
  const uploading = useCreating(uploadInstrument, 'instruments');
  const read = readDocument(text);
  const choose = (value: string) => {
    uploading.reset();
    const search =
      value === 'instrument' ? {} : value === 'fhir' ? { as: 'fhir' as const } : { wording: value };
    void navigate({ to: '/admin/instruments/new', search, replace: true });
  };
  const upload: Upload =
    kind === 'instrument'
      ? { as: 'instrument' }
      : kind === 'fhir'
        ? { as: 'fhir', total, ...(direction !== '' && { direction }) }
        : { as: 'wording', name: kind };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if ('document' in read) uploading.mutate({ upload, body: read.document });
      }}
    >
      <Stack gap="md">
        <NativeSelect
          label={t`What it is`}
          value={kind}
          data={[
            { value: 'instrument', label: t`An instrument in Attune’s own form (JSON)` },
            { value: 'fhir', label: t`A FHIR R4 Questionnaire (JSON)` },
            ...keys.map(({ name, title }) => ({
              value: name,
              label: t`The licensed words of ${title} (JSON)`,
            })),
          ]}
          onChange={({ currentTarget: { value } }) => {
            choose(value);
          }}
        />
        {kind === 'fhir' && (
          <Group gap="lg" align="flex-end">
            <Switch
              label={t`Count all items as one scale where none is declared`}
              checked={total}
              onChange={({ currentTarget: { checked } }) => {
                setTotal(checked);
              }}
            />
            <NativeSelect
              label={t`Which way is better`}
              value={direction}
              data={[
                { value: '', label: t`As the questionnaire says` },
                { value: 'higher-is-better', label: t`Higher` },
                { value: 'lower-is-better', label: t`Lower` },
              ]}
              onChange={({ currentTarget: { value } }) => {
                setDirection(value);
              }}
            />
          </Group>
        )}
        <Group gap="sm">
          <FileButton
            accept=".json,application/json,application/fhir+json"
            onChange={(file) => {
              uploading.reset();
              void file?.text().then(setText);
            }}
          >
            {(props) => (
              <Button variant="default" {...props}>
                <Trans>Choose a file…</Trans>
              </Button>
            )}
          </FileButton>
          <Text size="sm" c="dimmed">
            <Trans>or paste it below</Trans>
          </Text>
        </Group>
        <Textarea
          label={t`The document`}
          className="document"
          rows={14}
          spellCheck={false}
          value={text}
          error={'fault' in read && text.trim() !== '' && read.fault}
          onChange={({ currentTarget: { value } }) => {
            setText(value);
          }}
        />
        <Group gap="md">
          <Button type="submit" loading={uploading.isPending} disabled={'fault' in read}>
            <Trans>Publish</Trans>
          </Button>
          <Button variant="default" renderRoot={(props) => <Link to="/admin/instruments" {...props} />}>
            <Trans>Back to the list</Trans>
          </Button>
        </Group>
        <Refusals error={uploading.error} />
        <div role="status">{uploading.data && <Published {...uploading.data} />}</div>
      </Stack>
    </form>
  );
}

function Published({ instrument, notes }: Awaited<ReturnType<typeof uploadInstrument>>) {
  const { url, title, version } = instrument;
  return (
    <Stack gap="xs">
      <Text>
        <Trans>
          Published:{' '}
          <Anchor
            className="link"
            inherit
            renderRoot={(props) => (
              <Link to="/admin/instruments/$name" params={{ name: nameOf(url) }} {...props} />
            )}
          >
            {title}, {version}
          </Anchor>
        </Trans>
      </Text>
      {notes.length > 0 && (
        <>
          <Text size="sm">
            <Trans>What was decided where the questionnaire leaves it open:</Trans>
          </Text>
          <ul className="plain rows">
            {notes.map(({ pointer, detail }) => (
              <li key={pointer + detail}>
                <Code>{pointer}</Code>
                <Text size="sm" span>
                  {detail}
                </Text>
              </li>
            ))}
          </ul>
        </>
      )}
    </Stack>
  );
}
