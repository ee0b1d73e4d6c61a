/* Asks for the token once. The command line hands it over behind a #, which no server and no log ever sees. */

import { iAm, me, signIn } from './api.js';
import { el } from './dom.js';

/** Takes a token or a way on from the address, and removes it there. */
export function fromAddress() {
  const hash = new URLSearchParams(location.hash.slice(1));
  const found = { token: hash.get('token'), next: hash.get('next') };
  if (found.token || found.next) {
    history.replaceState(null, '', location.pathname);
  }
  // Only a path of this console: neither //elsewhere nor a script.
  found.next = found.next && /^\/runs\/[\w:.-]+\/transcript$/.test(found.next) ? found.next : null;
  return found;
}

export function loginPage(done, failure) {
  const error = el('p', { class: 'error', role: 'alert', hidden: !failure }, failure ?? '');
  const token = el('input', { id: 'token', type: 'password', autocomplete: 'current-password', required: true, spellcheck: 'false' });
  const name = el('input', { id: 'name', autocomplete: 'name', maxlength: '100', value: me() });
  return el('form', {
    class: 'card login', 'aria-labelledby': 'login-title',
    submit: async (event) => {
      event.preventDefault();
      try {
        await signIn(token.value.trim());
        iAm(name.value.trim());
        done();
      } catch (refused) {
        error.textContent = refused.message;
        error.hidden = false;
        token.select();
      }
    },
  },
  el('h1', { id: 'login-title' }, 'Sign in'),
  el('p', null, 'With the token in ', el('code', null, '.flyball/token'), ', or by the link that ', el('code', null, './flyball up'), ' prints.'),
  el('label', { for: 'token' }, 'Token'), token,
  el('label', { for: 'name' }, 'Your name ', el('span', { class: 'quiet' }, '(shown with what you approve)')), name,
  error,
  el('p', { class: 'buttons' }, el('button', { type: 'submit', class: 'button primary' }, 'Sign in')));
}
