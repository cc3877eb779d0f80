import { NumberInput, type NumberInputProps } from '@mantine/core';
import { useState } from 'react';
import { numberOf, shownNumber } from './typed-number.ts';

interface Props extends Pick<NumberInputProps, 'label' | 'aria-label' | 'placeholder' | 'w' | 'error'> {
  readonly value: number | null;
  readonly onChange: (value: number | undefined) => void;
}

/** A number of the key. */
export function Figure({ value, onChange, w = 190, ...input }: Props) {
  const [typed, setTyped] = useState<string | number>(value ?? '');
  return (
    <NumberInput
      {...input}
      w={w}
      value={shownNumber(typed, value)}
      onChange={(entered) => {
        setTyped(entered);
        onChange(numberOf(entered));
      }}
    />
  );
}
