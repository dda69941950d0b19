/**
 * The style of the page. Colours have a contrast of at least 4.5 on their backgrounds, light and dark. On a narrow screen,
 * rows of tables become blocks, each cell with the heading of its column.
 */
export const STYLE = `
:root {
  color-scheme: light dark;
  --back: #ffffff; --card: #f5f7f9; --line: #d5dbe1; --text: #16191f; --soft: #4a5561; --link: #0a5ea8;
  --error: #a8131b; --error-back: #fdecec; --warning: #7a4a00; --warning-back: #fdf3dc;
  --fine: #17643a; --fine-back: #e4f5eb; --open: #454f5b; --open-back: #e9edf1;
}
@media (prefers-color-scheme: dark) {
  :root {
    --back: #12161b; --card: #1a2027; --line: #37424e; --text: #e8ecf0; --soft: #a9b4c0; --link: #7cbcf7;
    --error: #ffa7a3; --error-back: #47181a; --warning: #f5c56b; --warning-back: #3d2c0a;
    --fine: #83dba6; --fine-back: #10351f; --open: #c3ccd6; --open-back: #2a333d;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  margin: 0; background: var(--back); color: var(--text); overflow-wrap: anywhere;
  font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Open Sans', sans-serif;
}
.skip { position: absolute; left: 1rem; top: -10rem; padding: 0.5rem 1rem; background: var(--back); }
.skip:focus { top: 1rem; z-index: 1; }
header, main, footer { max-width: 76rem; margin: 0 auto; padding: 0 1rem; }
header { padding-top: 1.5rem; }
footer { padding-top: 1rem; padding-bottom: 2rem; color: var(--soft); }
h1 { margin: 0 0 0.5rem; font-size: 1.75rem; line-height: 1.25; }
h2 { margin: 0; font-size: 1.3rem; line-height: 1.3; }
h3 { margin: 1.5rem 0 0.5rem; font-size: 1.05rem; }
p { margin: 0.5rem 0; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
h2 a, h3 a { color: inherit; text-decoration: none; }
h2 a:hover, h3 a:hover { text-decoration: underline; }
code { font: 0.9em ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace; }
.soft { color: var(--soft); }
section { margin: 2rem 0; }
section.node { padding: 1.25rem; border: 1px solid var(--line); border-radius: 0.5rem; background: var(--card); }
.counts { display: flex; flex-wrap: wrap; gap: 0.5rem; margin: 1rem 0; padding: 0; list-style: none; }
.badge { display: inline-block; padding: 0.05rem 0.5rem; border-radius: 1rem; font-size: 0.9rem; }
.error { color: var(--error); background: var(--error-back); }
.warning { color: var(--warning); background: var(--warning-back); }
.fine { color: var(--fine); background: var(--fine-back); }
.open { color: var(--open); background: var(--open-back); }
dl.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr)); gap: 0.75rem 1.5rem; margin: 1rem 0 0; }
dt { color: var(--soft); font-size: 0.9rem; }
dd { margin: 0; }
.findings { margin: 0; padding: 0; list-style: none; }
.findings > li { margin: 0.5rem 0; padding: 0.6rem 0.8rem; border: 1px solid var(--line); border-radius: 0.4rem; background: var(--back); }
.findings p { margin: 0.25rem 0; }
table { width: 100%; border-collapse: collapse; background: var(--back); font-size: 0.95rem; }
caption { padding: 0.25rem 0; color: var(--soft); text-align: left; }
th, td { padding: 0.4rem 0.6rem; border: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { background: var(--card); overflow-wrap: normal; }
tbody th { font-weight: 400; }
details { margin: 0.75rem 0; }
summary { cursor: pointer; }
.reference dt { margin-top: 1rem; color: inherit; font-size: 1rem; }
.reference dd { margin: 0.15rem 0 0; }
:target { scroll-margin-top: 1rem; outline: 2px solid var(--link); outline-offset: 4px; }
@media (min-width: 44.01rem) {
  section td { min-width: 6.5rem; }
}
@media (max-width: 44rem) {
  section.node { padding: 0.9rem; }
  table, caption, tbody, tr, th, td { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { margin: 0.6rem 0; border: 1px solid var(--line); }
  th, td { border: 0; border-bottom: 1px solid var(--line); }
  tr > :last-child { border-bottom: 0; }
  td::before { content: attr(data-label); display: block; color: var(--soft); font-size: 0.85rem; }
}
@media print {
  :root {
    color-scheme: light;
    --back: #fff; --card: #fff; --line: #999; --text: #000; --soft: #333; --link: #000;
    --error: #000; --error-back: #fff; --warning: #000; --warning-back: #fff;
    --fine: #000; --fine-back: #fff; --open: #000; --open-back: #fff;
  }
  body { font-size: 10pt; }
  .skip { display: none; }
  .badge { border: 1px solid #666; }
  tr, .findings > li { break-inside: avoid; }
  h2, h3, caption { break-after: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; }
}
`;
