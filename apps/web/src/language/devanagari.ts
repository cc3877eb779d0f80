import './devanagari.css';

const sample = 'अ';
await Promise.all([
  document.fonts.load('400 1em "Noto Sans Devanagari"', sample),
  document.fonts.load('700 1em "Noto Sans Devanagari"', sample),
]);
