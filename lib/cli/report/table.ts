import { Content, html, Markup } from './markup';

/**
 * A table whose first column names its rows. Its roles are written out: on narrow screens its parts are blocks, and
 * browsers would not take it for a table any more.
 */
export function tableOf(caption: Content, heading: readonly string[], rows: readonly (readonly Content[])[]): Markup {
  return html`<table role="table">
    <caption>
      ${caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${heading.map((title) => html`<th scope="col" role="columnheader">${title}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map(([first, ...others]) => {
        const cells = others.map(
          (cell, index) => html`<td role="cell" data-label="${heading[index + 1]}">${cell}</td>`,
        );
        return html`<tr role="row">
          <th scope="row" role="rowheader">${first}</th>
          ${cells}
        </tr> `;
      })}
    </tbody>
  </table> `;
}
