/* What the page knows, kept true by the live stream. */

import { get } from './api.js';
import { announce } from './dom.js';
import { serverTimeIs, words } from './format.js';

const RUNS = 1000;

export const state = { runs: new Map(), approvals: [], stop: null, overview: null, live: 'connecting' };

/** The server says something at least every 15 s; twice that and more is a dead connection, whatever the browser believes. */
const DEAD = 40_000;
let heard = 0;

const listeners = new Set();
let stream = null;
let drawing = false;

export function onChange(listener) {
  listeners.add(listener);
}

/** Draws once for all that changes within one frame; a hidden page has no frames. */
export function changed(what) {
  if (!drawing) {
    drawing = true;
    const draw = () => {
      drawing = false;
      listeners.forEach((listener) => listener(what));
    };
    if (document.hidden) {
      setTimeout(draw, 200);
    } else {
      requestAnimationFrame(draw);
    }
  }
}

const runListeners = new Set();

/** Hears the id of each run that changes. */
export function onRun(listener) {
  runListeners.add(listener);
}

/**
 * While a list is on its way, what changes waits: the answer may be older than a change that was heard before it came, and
 * must not undo it.
 */
const waiting = [];
let reads = 0;

async function whileChangesWait(read) {
  reads++;
  try {
    await read();
  } finally {
    reads--;
    if (reads === 0) {
      waiting.splice(0).forEach((change) => change());
    }
  }
}

const readAll = () => whileChangesWait(async () => {
  const [runs, overview] = await Promise.all([get(`/api/runs?summary=true&limit=${RUNS}`), get('/api/overview')]);
  state.runs = new Map(runs.map((run) => [run.id, run]));
  state.overview = overview;
  state.stop = overview.stop;
  serverTimeIs(overview.now);
  await readApprovals();
  runListeners.forEach((listener) => listener(null));
  live('live');
});

export const readApprovals = () => whileChangesWait(async () => {
  state.approvals = await get('/api/approvals');
  changed();
});

/**
 * Connects first and reads the lists then, so that nothing falls between. The browser connects again by itself and says how
 * far it had read; where that is no longer enough, the server says so.
 */
export function connect() {
  disconnect();
  stream = new EventSource('/api/events');
  heard = Date.now();
  const hear = (name, what) => stream.addEventListener(name, (event) => {
    heard = Date.now();
    what(JSON.parse(event.data));
  });
  let first = true;
  hear('hello', (hello) => {
    serverTimeIs(hello.now);
    if (first) {
      first = false;
      guarded(readAll);
    } else {
      live('live');
    }
  });
  hear('beat', () => {});
  hear('reset', () => guarded(readAll));
  const take = (name, what) => hear(name, (data) => (reads > 0 ? waiting.push(() => what(data)) : what(data)));
  take('run', tookRun);
  take('approval', tookApproval);
  take('stop', tookStop);
  stream.onerror = () => {
    live('reconnecting');
    if (stream?.readyState === EventSource.CLOSED) {
      // Refused, not interrupted: either the session has ended or the console is only starting.
      setTimeout(() => guarded(async () => {
        await get('/api/session');
        connect();
      }), 2000);
    }
  };
}

setInterval(() => {
  if (stream && Date.now() - heard > DEAD) {
    live('reconnecting');
    connect();
  }
}, 5_000);

window.addEventListener('offline', () => stream && live('reconnecting'));
window.addEventListener('online', () => stream && connect());

export function disconnect() {
  stream?.close();
  stream = null;
}

function guarded(work) {
  work().catch((failure) => {
    if (failure.status !== 401) {
      live('reconnecting');
      setTimeout(() => stream && guarded(readAll), 2000);
    }
  });
}

function live(how) {
  state.live = how;
  changed();
}

function tookRun(run) {
  const before = state.runs.get(run.id);
  state.runs.set(run.id, run);
  if (run.outcome && before && !before.outcome) {
    announce(`Run ${nameOf(run)} ended: ${words(run.outcome)}`);
    guarded(readApprovals);
  }
  runListeners.forEach((listener) => listener(run.id));
  changed();
}

function tookApproval(approval) {
  const others = state.approvals.filter((other) => other.id !== approval.id);
  const isNew = others.length === state.approvals.length;
  if (approval.state === 'PENDING') {
    state.approvals = [...others, approval].sort((a, b) => a.expiresAt.localeCompare(b.expiresAt));
    if (isNew) {
      announce(`Approval needed: ${approval.command}`);
    }
  } else {
    state.approvals = others;
  }
  changed();
}

function tookStop(stop) {
  state.stop = stop;
  changed();
}

/** What a run is called: its alert, or its goal. */
export function nameOf(run) {
  return run.alert ? run.alert.name : run.goal || run.id;
}
