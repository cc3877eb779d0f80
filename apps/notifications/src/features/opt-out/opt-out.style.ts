/** The look of the client's form, which whoever comes here knows: its colours by day and by night, its wide buttons. */
export const styleSheet = `:root {
  color-scheme: light dark;
  --page: light-dark(#f7f5f1, #17191c);
  --ink: light-dark(#1f2933, #eceff2);
  --accent: light-dark(#0b6b63, #5cc4b8);
  --on-accent: light-dark(#ffffff, #0d2522);
  font: 1.0625rem/1.5 system-ui, sans-serif;
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); }
main, form {
  display: flex;
  flex-direction: column;
  gap: 1rem;
}
main {
  justify-content: center;
  max-width: 36rem;
  min-height: 100dvh;
  margin: 0 auto;
  padding: 1.5rem 1.25rem;
  overflow-wrap: anywhere;
}
h1 { margin: 0; font-size: 1.6rem; line-height: 1.2; }
p { margin: 0; }
button {
  min-height: 3.25rem;
  padding: 0.6rem 1.25rem;
  border: 1.5px solid var(--accent);
  border-radius: 0.75rem;
  background: var(--accent);
  color: var(--on-accent);
  font: inherit;
  font-weight: 600;
  cursor: pointer;
}
button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
`;
