/** What came of scripts and pictures that somebody put into a page: directives that stopped them, and what ran all the same. */
export interface Injected {
  readonly stopped: readonly string[];
  readonly ran: readonly string[];
}

/** Runs in a page of ours: puts in what an attacker would who could write into it, and waits until the browser has told of each. */
export function injections(expected: number): Promise<Injected> {
  const stopped: string[] = [];
  const ran: string[] = [];
  Object.assign(globalThis, { injected: (what: string) => ran.push(what) });
  const told = new Promise<void>((resolve) => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      stopped.push(`${effectiveDirective} ${blockedURI}`);
      if (stopped.length === expected) resolve();
    });
  });
  const put = (tag: string, attributes: Record<string, string>, text = '') => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.textContent = text;
    document.body.append(element);
    return element;
  };
  // Away from the debugger that runs this function, which may evaluate whatever it likes.
  setTimeout(() => {
    put('script', {}, 'injected("an inline script")');
    put('script', { src: 'https://example.com/a.js' });
    put('script', { src: 'data:text/javascript,injected("a script of data")' });
    put('img', { src: 'data:image/png;base64,broken', onerror: 'injected("onerror")' });
    put('button', { onclick: 'injected("onclick")' }).click();
    put('a', { href: 'javascript:injected("a link")' }).click();
    put('img', { src: 'https://example.com/a.png' });
    put('iframe', { src: 'https://example.com/' });
    put('object', { data: 'https://example.com/a.swf' });
    put('link', { rel: 'stylesheet', href: 'https://example.com/a.css' });
    put('base', { href: 'https://example.com/' });
    void fetch('https://example.com/').catch(() => undefined);
    try {
      // oxlint-disable-next-line no-eval -- it must not be allowed to
      eval('injected("eval")');
    } catch {
      ran.push('an exception of eval');
    }
    try {
      Reflect.construct(Function, ['injected("Function")'])();
    } catch {
      ran.push('an exception of Function');
    }
    put('style', {}, 'body { --injected: 1 }');
    if (getComputedStyle(document.body).getPropertyValue('--injected') === '1') ran.push('an inline style');
  });
  return told.then(() => ({ stopped: stopped.toSorted(), ran: ran.toSorted() }));
}

/** What the policy stops of all that, and the one thing that it lets through: Monaco needs inline styles. */
export const injected: Injected = {
  stopped: [
    'base-uri https://example.com/',
    'connect-src https://example.com/',
    'frame-src https://example.com',
    'img-src https://example.com/a.png',
    'object-src https://example.com',
    'script-src eval',
    'script-src eval',
    'script-src-attr inline',
    'script-src-attr inline',
    'script-src-elem data',
    'script-src-elem https://example.com/a.js',
    'script-src-elem inline',
    'script-src-elem inline',
    'style-src-elem https://example.com/a.css',
  ],
  ran: ['an exception of Function', 'an exception of eval', 'an inline style'],
};
