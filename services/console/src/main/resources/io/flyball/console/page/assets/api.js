/* The console's JSON interface, with the session's cookie. */

let csrf = null;

/** An answer other than success, in the words of the server. */
export class Refused extends Error {
  constructor(status, problem) {
    super(problem?.errors?.map((each) => `${each.pointer || 'body'}: expected ${each.expected}`).join('; ')
      || problem?.detail || problem?.title || `The console answered ${status}.`);
    this.status = status;
    this.problem = problem;
  }
}

async function call(method, path, body) {
  const headers = { Accept: 'application/json' };
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  if (csrf && method !== 'GET') {
    headers['X-Flyball-CSRF'] = csrf;
  }
  let response;
  try {
    response = await fetch(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  } catch {
    throw new Refused(0, { detail: 'The console does not answer.' });
  }
  const json = await response.json().catch(() => null);
  if (!response.ok) {
    if (response.status === 401 && path !== '/login') {
      document.dispatchEvent(new Event('signed-out'));
    }
    throw new Refused(response.status, json);
  }
  return json;
}

export const get = (path) => call('GET', path);

export const post = (path, body) => call('POST', path, { ...body, by: me() || undefined, channel: 'console' });

/** Whether there is a session; a token makes one. */
export async function signIn(token) {
  const session = token ? await call('POST', '/login', { token }) : await call('GET', '/api/session');
  csrf = session.csrf;
}

export async function signOut() {
  await call('POST', '/logout');
  csrf = null;
}

const NAME = 'flyball.name';

/** The name that others see on this person's answers. */
export const me = () => localStorage.getItem(NAME) ?? '';

export const iAm = (name) => localStorage.setItem(NAME, name);
