import { TextInput, type TextInputProps } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';

type Props = Omit<TextInputProps, 'value' | 'onChange' | 'ref'> & {
  readonly value: string;
  /** What was entered, as soon as somebody pauses. */
  readonly onSoon: (value: string) => void;
};

/** A text by which a list is narrowed while it is typed. */
export function SoonInput({ value, onSoon, ...input }: Props) {
  const [text, setText] = useState(value);
  const box = useRef<HTMLInputElement>(null);
  const soon = useDebouncedCallback(onSoon, 250);
  // Another way to this page may bring another text; while somebody types, theirs counts.
  useEffect(() => {
    if (document.activeElement !== box.current) setText(value);
  }, [value]);
  return (
    <TextInput
      ref={box}
      {...input}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        soon(event.currentTarget.value.trim());
      }}
    />
  );
}
