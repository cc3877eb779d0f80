import { t } from '@lingui/core/macro';
import { Fieldset, Group, Stack, TextInput } from '@mantine/core';
import { Figure } from './figure.tsx';
import {
  numberIn,
  type Part,
  partOf,
  partsOf,
  pieceOf,
  textIn,
  withPart,
  withPiece,
} from './key-document.ts';
import type { KeyFieldsProps } from './key-items.tsx';
import { keyFieldWords, keyPartWords } from './key-words.ts';

/** What each scale comes to, and the numbers that it is judged by. */
export function KeyScales({ instrument, before, document, onChange }: KeyFieldsProps) {
  return instrument.scales.map(({ code }) => {
    const scale = partOf(document, before, 'scales', code);
    return (
      <ScaleFields
        key={code}
        name={keyPartWords(instrument, code)}
        scale={scale}
        onChange={(change) => {
          // One that was left out of the JSON comes back whole.
          onChange(withPart(document, 'scales', code, { ...scale, ...change }));
        }}
      />
    );
  });
}

interface ScaleProps {
  readonly name: string;
  readonly scale: Part;
  readonly onChange: (change: Part) => void;
}

const sourced = ['cutOff', 'reliableChange', 'reliability'] as const;

function ScaleFields({ name, scale, onChange }: ScaleProps) {
  const bands = partsOf(scale, 'bands') ?? [];
  return (
    <Fieldset legend={name}>
      <Stack gap="sm">
        <Group gap="sm" align="flex-start">
          {['min', 'max'].map((field) => (
            <Figure
              key={field}
              label={keyFieldWords(field)}
              value={numberIn(scale, field)}
              onChange={(value) => {
                onChange({ [field]: value });
              }}
            />
          ))}
        </Group>
        {sourced.map((field) => (
          <SourcedFields key={field} {...{ field, scale, onChange }} />
        ))}
        {bands.map((band, index) => (
          <Band
            key={textIn(band, 'code')}
            band={band}
            onChange={(change) => {
              onChange({ bands: bands.with(index, { ...band, ...change }) });
            }}
          />
        ))}
      </Stack>
    </Fieldset>
  );
}

type SourcedProps = Omit<ScaleProps, 'name'> & { readonly field: (typeof sourced)[number] };

/** A number that was published, with where; none where all of it is empty. */
function SourcedFields({ field, scale, onChange }: SourcedProps) {
  const [label, piece] = [keyFieldWords(field), pieceOf(scale, field)];
  const set = (change: Part) => {
    onChange({ [field]: withPiece(scale, field, change) });
  };
  return (
    <Group gap="sm" align="flex-start">
      <Figure
        label={label}
        value={numberIn(piece, 'value')}
        onChange={(value) => {
          set({ value });
        }}
      />
      {field === 'reliability' && (
        <Figure
          label={t`Standard deviation`}
          value={numberIn(piece, 'sd')}
          onChange={(sd) => {
            set({ sd });
          }}
        />
      )}
      <TextInput
        label={t`${label}: where it was published`}
        className="grow"
        maxLength={300}
        value={textIn(piece, 'source')}
        onChange={({ currentTarget: { value } }) => {
          set({ source: value === '' ? undefined : value });
        }}
      />
    </Group>
  );
}

interface BandProps {
  readonly band: Part;
  readonly onChange: (change: Part) => void;
}

function Band({ band, onChange }: BandProps) {
  const name = textIn(band, 'code').replaceAll('-', ' ');
  const ends = [
    { field: 'from', label: t`“${name}” from` },
    { field: 'to', label: t`“${name}” to` },
  ];
  return (
    <Group gap="sm" align="flex-start">
      {ends.map(({ field, label }) => (
        <Figure
          key={field}
          label={label}
          value={numberIn(band, field)}
          onChange={(value) => {
            onChange({ [field]: value });
          }}
        />
      ))}
    </Group>
  );
}
