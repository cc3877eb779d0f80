/** The pages' one style sheet. No font or image is fetched, so a strict policy has nothing to allow. */
export const styleSheet = `
:root { color-scheme: light dark;
  --ground: light-dark(#f4f6f5, #101716); --card: light-dark(#ffffff, #18211f); --ink: light-dark(#16211f, #e8efed);
  --soft: light-dark(#52625e, #a3b3af); --line: light-dark(#d5dedb, #2d3936); --field: light-dark(#7c8d88, #6f817c);
  --accent: light-dark(#0b6b5d, #5ec9b5); --on-accent: light-dark(#ffffff, #06231e); --tint: light-dark(#eaf4f1, #1d2c29);
  --alarm: light-dark(#9c1c1c, #ffb3ab); --alarm-tint: light-dark(#fdecea, #3a1d1b); }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 2rem 1rem; background: var(--ground);
  color: var(--ink); font: 1rem/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; }
main { width: 100%; max-width: 27rem; }
main.wide { max-width: 56rem; }
.brand { display: flex; align-items: center; gap: .6rem; font-weight: 650; font-size: 1.15rem; letter-spacing: -.01em; margin: 0 0 1.25rem; }
.brand svg { color: var(--accent); flex: none; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: clamp(1.25rem, 4vw, 2rem);
  box-shadow: 0 1px 2px rgb(0 0 0 / .04), 0 8px 28px rgb(0 0 0 / .05); }
.columns { display: grid; gap: 2rem; }
@media (min-width: 50rem) { .columns { grid-template-columns: minmax(0, 1.45fr) minmax(0, 1fr); gap: 2.5rem; }
  .columns > * + * { border-left: 1px solid var(--line); padding-left: 2.5rem; } }
h1 { font-size: 1.5rem; line-height: 1.25; letter-spacing: -.015em; margin: 0 0 .25rem; }
h2 { font-size: 1rem; margin: 0 0 .75rem; }
p { margin: 0 0 1rem; } .soft { color: var(--soft); } .small { font-size: .875rem; }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .5rem; }
@media (min-width: 34rem) { ul { grid-template-columns: 1fr 1fr; } }
button, input { font: inherit; color: inherit; }
button { cursor: pointer; min-height: 2.75rem; border-radius: 10px; }
.person { width: 100%; height: 100%; display: flex; align-items: center; gap: .75rem; text-align: left; padding: .5rem .75rem;
  background: var(--card); border: 1px solid var(--line); transition: background .12s, border-color .12s; }
.person:hover { background: var(--tint); border-color: var(--accent); }
.person b { display: block; font-weight: 600; line-height: 1.3; } .person small { color: var(--soft); font-size: .8125rem; line-height: 1.3; display: block; }
.face { flex: none; width: 2.1rem; height: 2.1rem; border-radius: 50%; display: grid; place-items: center; font-size: .8125rem; font-weight: 650;
  background: var(--tint); color: var(--accent); }
.person:hover .face { background: var(--card); }
details { margin-top: .75rem; } details[open] summary { margin-bottom: .5rem; }
summary { cursor: pointer; padding: .5rem 0; min-height: 2.75rem; color: var(--accent); font-weight: 550; display: list-item; align-content: center; }
label { display: block; font-weight: 550; margin-bottom: .25rem; }
input[type=text], input[type=password] { width: 100%; min-height: 2.75rem; padding: .5rem .75rem; margin-bottom: 1rem; border-radius: 10px;
  border: 1px solid var(--field); background: var(--card); }
.main { width: 100%; padding: .5rem 1rem; border: 1px solid transparent; background: var(--accent); color: var(--on-accent); font-weight: 600; }
.main:hover { filter: brightness(1.08); }
.quiet { width: 100%; padding: .5rem 1rem; border: 1px solid var(--line); background: transparent; margin-top: .5rem; }
.quiet:hover { background: var(--tint); }
.wrong { background: var(--alarm-tint); color: var(--alarm); border-radius: 10px; padding: .625rem .875rem; margin: 0 0 1rem; }
.note { margin: 1.25rem 0 0; text-align: center; }
a { color: var(--accent); } code { font-size: .9em; background: var(--tint); padding: .1em .35em; border-radius: 5px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
@media (prefers-reduced-motion: reduce) { * { transition: none !important; } }
`;
