import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { CrisisText } from '../../api/form.ts';
import { problemAt } from '../../forms/field-problem.ts';
import { CrisisLanguage } from './crisis-language.tsx';

interface Props {
  readonly texts: readonly CrisisText[];
  readonly editable: boolean;
  readonly error: Error | null;
  readonly onChange: (texts: readonly CrisisText[]) => void;
}

/** The words and numbers for each language of the form. */
export function CrisisTexts({ texts, editable, error, onChange }: Props) {
  const hindi = texts.some(({ language }) => language.startsWith('hi'));
  useEffect(() => {
    if (hindi) void import('../../language/devanagari.ts');
  }, [hindi]);
  // The platform sees only what is ours, in this order.
  const own = texts.filter(({ shipped }) => !shipped);
  return (
    <Stack gap="md">
      {texts.map((text, index) => (
        <CrisisLanguage
          key={text.language}
          text={text}
          editable={editable}
          problem={(field) =>
            text.shipped ? undefined : problemAt(error, `/texts/${own.indexOf(text)}/${field}`)
          }
          onChange={(changed) => {
            onChange(texts.with(index, { ...changed, shipped: false }));
          }}
          {...(!text.shipped && {
            onRemove: () => {
              onChange(texts.toSpliced(index, 1));
            },
          })}
        />
      ))}
      {editable && (
        <AddLanguage
          known={texts.map(({ language }) => language)}
          onAdd={(language) => {
            onChange([...texts, { language, text: '', contacts: own[0]?.contacts ?? [], shipped: false }]);
          }}
        />
      )}
    </Stack>
  );
}

interface AddProps {
  readonly known: readonly string[];
  readonly onAdd: (language: string) => void;
}

function AddLanguage({ known, onAdd }: AddProps) {
  const [tag, setTag] = useState('');
  const sound = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) && !known.includes(tag);
  return (
    <Group gap="sm" align="flex-end">
      <TextInput
        label={t`Another language`}
        description={t`As in tr or pt-BR`}
        w={180}
        value={tag}
        onChange={(event) => {
          setTag(event.currentTarget.value.trim());
        }}
      />
      <Button
        variant="default"
        disabled={!sound}
        onClick={() => {
          onAdd(tag);
          setTag('');
        }}
      >
        <Trans>Add it</Trans>
      </Button>
    </Group>
  );
}
