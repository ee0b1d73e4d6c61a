/* What waits for a person: the exact command, why, how far it reaches, how long there is. */

import { post } from './api.js';
import { announce, el, follow } from './dom.js';
import { ago, countdown, money, span, words } from './format.js';
import { isAtRest, readyLater, settle } from './rest.js';
import { changed, readApprovals, state } from './state.js';

/** An answered card stays where it is for so long, so that the next one does not slide under the pointer. */
const STAYS = 15_000;
const IN_TWO_STEPS = ['HIGH', 'CRITICAL'];
const MOVED = 'This has only just come here. Look at it again, then answer.';
const LOST = 'The connection is lost, so this page may be old. It can be answered once it is live again.';

const answering = new Map();
const confirming = new Map();
const answered = new Map();

/** A list that follows the pending approvals, or those of one run. */
export function approvalList(runId) {
  const list = el('div', { class: 'approvals' });
  list.update = () => {
    follow(list, inPlace(runId).map(withNotice), (item) => item.approval.id, (item, before) => card(item, before, runId));
    requestAnimationFrame(() => settle(list));
  };
  list.update();
  return list;
}

export function pending(runId) {
  return state.approvals.filter((approval) => !runId || approval.runId === runId);
}

/** What waits, and what was answered here a moment ago, each in its place. */
export function inPlace(runId) {
  const waiting = pending(runId).filter((approval) => !answered.has(approval.id));
  const kept = [...answered.values()].map((kept) => kept.approval).filter((approval) => !runId || approval.runId === runId);
  return [...waiting, ...kept].sort((a, b) => a.expiresAt.localeCompare(b.expiresAt) || a.id.localeCompare(b.id));
}

function withNotice(approval) {
  return {
    approval,
    notice: answering.get(approval.id) ?? null,
    readyAt: confirming.get(approval.id) ?? null,
    said: answered.get(approval.id)?.said ?? null,
  };
}

function card({ approval, notice, readyAt, said }, before, runId) {
  const id = `approval-${approval.id.replaceAll(':', '-')}`;
  const denying = before?.querySelector('form')?.hidden === false;
  const written = before?.querySelector('textarea')?.value ?? '';
  const clock = el('span', { class: 'countdown', 'data-expires': approval.expiresAt, 'data-from': approval.requestedAt });
  const form = denyForm(approval, id, written);
  form.hidden = !denying;
  const deny = el('button', {
    type: 'button', class: 'button', 'data-focus': 'deny', 'aria-expanded': String(denying), 'aria-controls': `${id}-form`,
    click: () => toggle(form, deny),
  }, 'Deny…');
  const buttons = el('p', { class: 'buttons' },
    readyAt ? el('strong', { id: `${id}-sure` }, `Approve exactly this? It is of ${words(approval.risk)} risk, in ${approval.environment}.`) : null,
    approveButton(approval, id, readyAt),
    readyAt ? el('button', { type: 'button', class: 'button', click: () => confirm(approval, null) }, 'Not yet') : null,
    deny,
    runId ? null : el('a', { href: `#/runs/${approval.runId}`, class: 'more' }, 'See the run'));
  const box = el('article', { class: 'card approval', 'aria-labelledby': `${id}-title` },
    el('header', null,
      el('h3', { id: `${id}-title` }, approval.alert ?? approval.goal),
      el('span', { class: `badge risk-${approval.risk.toLowerCase()}` }, `${words(approval.risk)} risk`),
      clock),
    el('pre', { class: 'command', id: `${id}-command`, tabindex: '0', 'aria-label': 'Exact command' }, approval.command),
    el('p', { class: 'reasoning' }, approval.reasoning),
    facts(approval),
    notice ? el('p', { class: 'error', role: 'alert' }, notice) : null,
    said ? el('p', { class: 'answered', tabindex: '-1', 'data-focus-last': true }, said) : null,
    said ? null : buttons,
    said ? null : form);
  tick(clock);
  return box;
}

/** What is risky takes a second step, on a button that is ready a second later. */
function approveButton(approval, id, readyAt) {
  const first = IN_TWO_STEPS.includes(approval.risk) && !readyAt;
  return el('button', {
    type: 'button', class: 'button primary', 'data-focus': 'approve', 'data-answers': true, 'data-ready-at': readyAt,
    'aria-describedby': readyAt ? `${id}-sure ${id}-command` : `${id}-command`,
    click: (event) => whenSure(event.currentTarget, approval,
      () => (first ? confirm(approval, readyLater()) : answer(approval, 'approve', {}))),
  }, readyAt ? 'Yes, approve' : first ? 'Approve…' : 'Approve');
}

function confirm(approval, readyAt) {
  if (readyAt) {
    confirming.set(approval.id, readyAt);
  } else {
    confirming.delete(approval.id);
  }
  changed();
}

function whenSure(button, approval, act) {
  const why = state.live !== 'live' ? LOST : isAtRest(button) ? null : MOVED;
  if (why) {
    answering.set(approval.id, why);
    announce(why);
    changed();
  } else {
    answering.delete(approval.id);
    act();
  }
}

function facts(approval) {
  const rows = [
    ['Held because', approval.policyReason],
    ['Target', approval.target],
    ['Touches', approval.affectedResources.join(', ')],
    ['Reaches', approval.blastRadius],
    ['To undo', approval.rollback ?? 'This cannot be undone.'],
    ['Dry run', approval.dryRunOutput],
    ['Agent', `${approval.agent} in ${approval.environment}, for ${approval.principal}`],
    ['So far', `${money(approval.cost)} spent, ${span(approval.remainingMillis)} of active time left`],
  ];
  return el('dl', { class: 'facts' }, rows.filter(([, value]) => value)
    .map(([name, value]) => el('div', null, el('dt', null, name), el('dd', null, value))));
}

function denyForm(approval, id, written) {
  const reason = el('textarea', { id: `${id}-reason`, rows: '2', maxlength: '2000', required: true, 'data-focus': 'reason' });
  reason.value = written;
  return el('form', {
    id: `${id}-form`, class: 'deny',
    submit: (event) => {
      event.preventDefault();
      answer(approval, 'deny', { reason: reason.value.trim() });
    },
  },
  el('label', { for: `${id}-reason` }, 'Why not? The agent is told.'),
  reason,
  el('p', { class: 'buttons' }, el('button', { type: 'submit', class: 'button danger', 'data-focus': 'deny-now' }, 'Deny')));
}

function toggle(form, button) {
  form.hidden = !form.hidden;
  button.setAttribute('aria-expanded', String(!form.hidden));
  if (!form.hidden) {
    form.querySelector('textarea').focus();
  }
}

async function answer(approval, how, order) {
  confirming.delete(approval.id);
  if (state.live !== 'live') {
    answering.set(approval.id, LOST);
    announce(LOST);
    changed();
    return;
  }
  try {
    await post(`/api/approvals/${encodeURIComponent(approval.id)}/${how}`, { ...order, actionHash: approval.actionHash });
    answering.delete(approval.id);
    stays(approval, how === 'approve' ? 'Approved.' : 'Denied.');
    announce(how === 'approve' ? `Approved: ${approval.command}` : `Denied: ${approval.command}`);
  } catch (failure) {
    answering.set(approval.id, failure.message);
    announce(failure.message);
  }
  await readApprovals().catch(() => {});
}

function stays(approval, said) {
  answered.set(approval.id, { approval, said });
  changed();
  setTimeout(() => {
    answered.delete(approval.id);
    changed();
  }, STAYS);
}

/** Every second, without drawing anything else anew. */
export function tickAll() {
  document.querySelectorAll('.countdown').forEach(tick);
}

function tick(clock) {
  const { left, text } = countdown(clock.dataset.expires);
  clock.classList.toggle('soon', left < 60);
  clock.textContent = left > 0 ? `${text} left` : `time is up, ${ago(clock.dataset.expires)}`;
}
