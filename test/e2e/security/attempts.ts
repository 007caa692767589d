/** What an attacker's page knows: where the host is, and even the token. */
export interface Known {
  readonly origin: string;
  readonly token: string;
  /** One of the workbench's own scripts. */
  readonly script: string;
}

/**
 * Runs in an attacker's page: tries to read from the host, or to change a setting, in every way that a page has. Gives what each
 * attempt got: `nothing`, or what it was.
 */
export async function attempts({ origin, token, script }: Known): Promise<Record<string, string>> {
  const call = '{"name":"settings.set","params":{"theme":"dark"}}';
  const json = { 'content-type': 'application/json', 'x-drawdown-token': token };
  const got: Record<string, string> = {};

  const fetched = async (path: string, init: RequestInit = {}) => {
    try {
      const answer = await fetch(origin + path, init);
      const text = await answer.text();
      return answer.type === 'opaque' && text === '' ? 'nothing' : `${answer.type} ${answer.status} ${text}`;
    } catch {
      return 'nothing';
    }
  };
  got['fetch'] = await fetched('/');
  got['fetch with credentials'] = await fetched('/', { credentials: 'include' });
  got['fetch a script'] = await fetched(script);
  got['call with the token'] = await fetched('/rpc', { method: 'POST', headers: json, body: call });
  got['exchange a code'] = await fetched('/session', { method: 'POST', headers: json, body: '{"code":"x"}' });
  got['events with the token'] = await fetched('/events', { headers: json });
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
    const init = { method: 'POST', mode: 'no-cors', headers: { 'content-type': type }, body: call } as const;
    got[`no-cors ${type}`] = await fetched('/rpc', init);
  }
  got['no-cors read'] = await fetched('/', { mode: 'no-cors' });
  navigator.sendBeacon(`${origin}/rpc`, new Blob([call], { type: 'application/json' }));
  navigator.sendBeacon(`${origin}/rpc`, new Blob([call], { type: 'text/plain' }));

  /** Whether the browser took what a new element asked for. */
  const loaded = (tag: string, attributes: Record<string, string>) =>
    new Promise<string>((resolve) => {
      const element = document.createElement(tag);
      element.addEventListener('load', () => resolve('loaded'));
      element.addEventListener('error', () => resolve('nothing'));
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      document.body.append(element);
    });
  for (const path of ['/', '/rpc', '/session', '/events', script]) {
    got[`script of ${path}`] = await loaded('script', { src: origin + path });
    got[`module of ${path}`] = await loaded('script', { src: origin + path, type: 'module' });
  }
  got['style'] = await loaded('link', { rel: 'stylesheet', href: `${origin}/` });
  got['picture'] = await loaded('img', { src: `${origin}/` });
  got['object'] = await loaded('object', { data: `${origin}/` });

  /** What an open line to the host brings. */
  const opened = (line: EventTarget & { close(): void }) =>
    new Promise<string>((resolve) => {
      line.addEventListener('open', () => resolve('opened'));
      line.addEventListener('message', () => resolve('a message'));
      line.addEventListener('error', () => (line.close(), resolve('nothing')));
    });
  got['EventSource'] = await opened(new EventSource(`${origin}/events`));
  for (const path of ['/', '/events', '/rpc']) {
    got[`WebSocket ${path}`] = await opened(new WebSocket(origin.replace('http', 'ws') + path));
  }
  got['WebSocket with the token as protocol'] = await opened(new WebSocket(origin.replace('http', 'ws'), [token]));

  /** What a page may see of a frame or a window that it opened on the host. */
  const seen = (other: Window | null) => {
    try {
      return other?.document.title.includes('Drawdown') ? 'its document' : 'nothing';
    } catch {
      return 'nothing';
    }
  };
  const frame = document.createElement('iframe');
  frame.name = 'target';
  frame.src = `${origin}/`;
  const shown = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await shown;
  got['iframe'] = seen(frame.contentWindow);
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
    const form = document.createElement('form');
    Object.assign(form, { method: 'post', enctype: type, action: `${origin}/rpc`, target: 'target' });
    form.append(Object.assign(document.createElement('input'), { name: call.slice(0, -1), value: '"}' }));
    document.body.append(form);
    const answered = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    form.submit();
    await answered;
    got[`form ${type}`] = seen(frame.contentWindow);
  }
  got['window'] = seen(window.open(`${origin}/`));
  return got;
}
