import { breakable, html, prose } from '../../../lib/cli/report/markup';

test('text is escaped, wherever it is put', () => {
  const hostile = `<script>alert('1')</script>" onload="x" & more`;
  expect(html`<p title="${hostile}">${hostile}</p>`.text).toBe(
    '<p title="&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot; onload=&quot;x&quot; &amp; more">' +
      '&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot; onload=&quot;x&quot; &amp; more</p>',
  );
});

test('markup in markup is escaped once', () => {
  expect(html`<b>${html`<i>${'a < b'}</i>`}</b>`.text).toBe('<b><i>a &lt; b</i></b>');
});

test('lists are joined, and what is not there is nothing', () => {
  expect(html`${[1, '<', [html`<br />`]]}${undefined}.`.text).toBe('1&lt;<br />.');
});

test('characters that would hide what is read are shown', () => {
  expect(html`${'a\u202Eb\u0000'}`.text).toBe('a\\u202Eb\\u0000');
});

test('names in descriptions are code, and escaped like all else', () => {
  expect(prose('From `config` and `<x>`.').text).toBe('From <code>config</code> and <code>&lt;x&gt;</code>.');
});

test('paths may be broken behind slashes', () => {
  expect(breakable('A/<B>/C').text).toBe('A/<wbr />&lt;B&gt;/<wbr />C');
});
