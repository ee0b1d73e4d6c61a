/* Starts the page: session first, then the live stream, then whatever the address asks for. */

import { iAm, me, signIn, signOut } from './api.js';
import { approvalList, inPlace, pending, tickAll } from './approvals.js';
import { el } from './dom.js';
import { fromAddress, loginPage } from './login.js';
import { leaveRun, runPage } from './run.js';
import { runList } from './runs.js';
import { connect, disconnect, onChange, state } from './state.js';
import { drawStop, hideStop, wireStop } from './stop.js';

const byId = (id) => document.getElementById(id);
const SIGNED_IN = ['nav', 'live', 'footer'];

let view = null;
let signedIn = false;
let next = null;

async function start() {
  wireStop();
  const address = fromAddress();
  next = address.next;
  try {
    await signIn(address.token);
    enter();
  } catch (failure) {
    askForToken(address.token ? failure.message : null);
  }
}

function askForToken(failure) {
  signedIn = false;
  disconnect();
  hideStop();
  SIGNED_IN.forEach((id) => { byId(id).hidden = true; });
  byId('main').replaceChildren(loginPage(enter, failure));
  byId('token').focus();
}

function enter() {
  if (next) {
    location.replace(next);
    return;
  }
  signedIn = true;
  SIGNED_IN.forEach((id) => { byId(id).hidden = false; });
  byId('who').value = me();
  show();
  connect();
}

function route() {
  const [, page, id] = location.hash.split('/');
  return { page: page || 'runs', id: id ? decodeURIComponent(id) : null };
}

const selected = () => (route().page === 'runs' ? route().id : null);

function show() {
  const { page, id } = route();
  if (!id) {
    leaveRun();
  }
  view = page === 'approvals' ? approvalsView() : runsView(id);
  byId('main').replaceChildren(view);
  byId('main').className = page === 'approvals' ? 'one' : id ? 'two with-run' : 'two';
  mark('nav-runs', page === 'runs');
  mark('nav-approvals', page === 'approvals');
  draw();
}

function mark(id, current) {
  if (current) {
    byId(id).setAttribute('aria-current', 'page');
  } else {
    byId(id).removeAttribute('aria-current');
  }
}

function runsView(id) {
  const list = runList(selected);
  const waiting = waitingSection('Waiting for you');
  const side = id ? runPage(id) : waiting;
  const box = el('div', { class: 'columns' }, list, el('div', { class: 'side' }, side));
  box.update = () => {
    list.update();
    side.update();
  };
  return box;
}

function approvalsView() {
  return waitingSection('Approvals');
}

function waitingSection(title) {
  const list = approvalList();
  const none = el('p', { class: 'empty' }, 'Nothing waits for you.');
  const box = el('section', { class: 'waiting', 'aria-labelledby': 'waiting-title' },
    el('h2', { id: 'waiting-title' }, title), list, none);
  box.update = () => {
    list.update();
    none.hidden = inPlace().length > 0;
  };
  return box;
}

function draw() {
  if (!signedIn) {
    return;
  }
  drawStop();
  const count = pending().length;
  byId('pending-count').hidden = count === 0;
  byId('pending-count').textContent = String(count);
  document.title = `${state.stop?.active ? '■ Stopped · ' : ''}${count ? `(${count}) ` : ''}Flyball`;
  const live = { live: 'Live', connecting: 'Connecting…', reconnecting: 'Connection lost, trying again…' }[state.live];
  if (byId('live').textContent !== live) {
    byId('live').textContent = live;
    byId('live').dataset.how = state.live;
  }
  view?.update();
}

onChange(draw);
document.addEventListener('signed-out', () => signedIn && askForToken('The session has ended.'));
window.addEventListener('hashchange', () => {
  const address = fromAddress();
  if (address.token) {
    signIn(address.token).then(enter, (failure) => askForToken(failure.message));
  } else if (signedIn) {
    show();
    byId('main').focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }
});
byId('who').addEventListener('change', () => iAm(byId('who').value.trim()));
byId('logout').addEventListener('click', async () => {
  await signOut().catch(() => {});
  askForToken(null);
});
// A browser keeps pages that were left, with their streams, and allows six connections to one server.
window.addEventListener('pagehide', disconnect);
window.addEventListener('pageshow', (event) => event.persisted && signedIn && connect());
setInterval(tickAll, 1000);
setInterval(() => !document.hidden && draw(), 30000);
start();
