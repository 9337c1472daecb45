import { describe, expect, it } from 'vitest';
import { longestHtml, mailText } from '../../src/capture/mail-text.ts';
import { longestText } from '../../src/domain/longest.ts';
import { replies } from '../fixtures/mail/replies.ts';

describe('the newest part of a reply', () => {
  for (const { from, newest, quoted, ...body } of replies)
    it(`is found in a mail of ${from}`, () => {
      const text = mailText(body);
      expect(text.newest).toBe(newest);
      expect(text.full).toContain(quoted);
    });
});

describe('the text of an HTML mail', () => {
  const full = (html: string) => mailText({ html }).full;

  it('keeps table cells apart and rows on their own lines', () => {
    expect(full('<table><tr><td>Pump</td><td>2</td></tr><tr><td><p>Hose</p></td><td>14 m</td></tr></table>')).toBe(
      'Pump\t2\n\nHose\t14 m',
    );
  });

  it('keeps rows apart when their last cells are empty', () => {
    expect(full('<table><tr><td>a</td><td></td></tr><tr><td>b</td><td> </td></tr></table>after')).toBe('a\nb\n\nafter');
  });

  it('numbers and marks list items', () => {
    expect(full('<ul><li>one<li>two</ul><ol><li>first<li>second</ol>')).toBe('- one\n- two\n\n1. first\n2. second');
  });

  it('reads white space as a browser does', () => {
    expect(full('<p>a\n   b&nbsp;<b>c</b>d</p>\n\n<p>e<br>f</p><pre>x\n  y</pre>')).toBe('a b cd\n\ne\nf\n\nx\n  y');
  });

  it('leaves out scripts, styles and what its writer hid', () => {
    const html =
      '<style>p{color:red}</style><script>alert(1)</script><div style="display:none">preheader</div><div hidden>x</div><p onclick="alert(2)">seen</p><template>t</template>';
    expect(full(html)).toBe('seen');
  });

  it('runs no code of the mail', () => {
    const global = globalThis as { hacked?: boolean };
    mailText({ html: '<img src=x onerror="globalThis.hacked=true"><script>globalThis.hacked=true</script>' });
    expect(global.hacked).toBeUndefined();
  });

  it('removes control characters and bidi overrides', () => {
    expect(full('<p>a\u202eb\u0007c</p>')).toBe('abc');
  });

  it('falls back to the plain text when the HTML says nothing', () => {
    expect(mailText({ html: '<img src="cid:1">', text: 'Hei' }).full).toBe('Hei');
  });

  it('is empty for an empty body', () => {
    expect(mailText({ html: '' })).toEqual({ newest: '', full: '' });
    expect(mailText({ text: '' })).toEqual({ newest: '', full: '' });
  });
});

describe('a huge mail', () => {
  it('is cut to what an entry can store, and does not hang', () => {
    const html = `<div>${`<p>${'Tarjous ja toimitus '.repeat(100)}</p>`.repeat(5_000)}</div>`;
    expect(html.length).toBeGreaterThan(longestHtml);
    const text = mailText({ html });
    expect(text.full.length).toBe(longestText);
    expect(text.newest.length).toBe(longestText);
    expect(mailText({ text: 'On x wrote\n'.repeat(1_000_000) }).full.length).toBeLessThanOrEqual(longestText);
  }, 30_000);

  it('may be nested to any depth', () => {
    expect(mailText({ html: `${'<div>'.repeat(2_000)}deep` }).full).toBe('deep');
  }, 30_000);

  it('may be one line without an end', () => {
    expect(mailText({ text: 'a'.repeat(3_000_000) }).newest.length).toBe(longestText);
  });
});
