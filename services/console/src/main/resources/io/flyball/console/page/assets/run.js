/* One run: what it is for, what the agent thought, did and saw, what it cost. */

import { get } from './api.js';
import { approvalList, inPlace } from './approvals.js';
import { el, follow } from './dom.js';
import { ago, exactly, money, span, words } from './format.js';
import { badge } from './runs.js';
import { nameOf, onRun, state } from './state.js';
import { drawMoment, timeline } from './timeline.js';

const shown = { id: null, run: null, failure: null, box: null };

onRun((id) => {
  if (shown.id && (id === null || id === shown.id)) {
    readSoon();
  }
});

let reading = false;
let again = false;

/** One reading at a time; what changes meanwhile is read after it. */
async function readSoon() {
  if (reading) {
    again = true;
    return;
  }
  reading = true;
  const id = shown.id;
  try {
    const run = await get(`/api/runs/${encodeURIComponent(id)}`);
    if (shown.id === id) {
      shown.run = run;
      shown.failure = null;
      shown.box?.update();
    }
  } catch (failure) {
    shown.failure = failure.message;
    shown.box?.update();
  } finally {
    reading = false;
    if (again) {
      again = false;
      readSoon();
    }
  }
}

export function runPage(id) {
  if (shown.id !== id) {
    Object.assign(shown, { id, run: null, failure: null });
    readSoon();
  }
  const head = el('div');
  const approvals = approvalList(id);
  const ending = el('div');
  const moments = el('ol', { class: 'timeline', 'aria-label': 'Timeline' });
  const rest = el('div');
  const box = el('section', { class: 'run', 'aria-labelledby': 'run-title' }, head, approvals, ending, moments, rest);
  shown.box = box;
  box.update = () => {
    const run = shown.run;
    follow(head, [run ? headData(run) : { id, failure: shown.failure }], () => 'head', run ? drawHead : drawWaiting);
    approvals.update();
    approvals.hidden = inPlace(id).length === 0;
    follow(ending, run?.outcome ? [endData(run)] : [], () => 'end', drawEnd);
    follow(moments, run ? timeline(run) : [], (moment) => moment.key, drawMoment);
    follow(rest, run ? parts(run) : [], (part) => part.key, (part) => part.key === 'events' ? drawEvents(part) : drawVerification(part));
  };
  box.update();
  return box;
}

export function leaveRun() {
  Object.assign(shown, { id: null, run: null, failure: null, box: null });
}

function headData(run) {
  const { id, alert, goal, status, outcome, agent, principal, environment, dryRun, openedAt, closedAt, cost, llmCalls,
    traceId, holdReason, question, queue, alertsJoined, step, parentRunId, causedByRun, effective } = run;
  return { id, alert, goal, status, outcome, agent, principal, environment, dryRun, openedAt, closedAt, cost, llmCalls, traceId,
    holdReason, question, queue, alertsJoined, step, parentRunId, causedByRun, effective, tracing: state.overview?.tracingUrl ?? null };
}

function drawWaiting({ id, failure }) {
  return el('p', { class: failure ? 'error' : 'empty' }, failure ?? `Reading run ${id}…`);
}

function drawHead(run) {
  return el('header', { class: 'run-head' },
    el('p', { class: 'back' }, el('a', { href: '#/' }, '← All runs')),
    el('div', { class: 'title' }, el('h2', { id: 'run-title' }, nameOf(run)), badge(run),
      run.dryRun ? el('span', { class: 'badge' }, 'dry run') : null),
    el('p', { class: 'goal' }, run.goal),
    waits(run).map((text) => el('p', { class: 'held' }, text)),
    el('dl', { class: 'facts across' }, facts(run).map(([name, value, title]) =>
      el('div', null, el('dt', null, name), el('dd', { title: title ?? null }, value)))),
    run.alert ? alertDetails(run.alert) : null,
    el('p', { class: 'links' },
      run.tracing && run.traceId
        ? el('a', { href: `${run.tracing}/zipkin/traces/${encodeURIComponent(run.traceId)}`, target: '_blank', rel: 'noopener' }, 'Trace')
        : null,
      el('a', { href: `/runs/${encodeURIComponent(run.id)}/transcript`, target: '_blank', rel: 'noopener' }, 'Transcript')));
}

/** What the run waits for, and that what it did has not lasted. */
function waits(run) {
  return [
    run.queue ? `Waits for its turn: ${run.queue.reason}` : null,
    run.holdReason ? (run.status === 'PAUSED' ? run.holdReason : `Held: ${run.holdReason}`) : null,
    run.question ? `Asks: ${run.question} Answer with: flyball runs answer ${run.id} --text '…'` : null,
    run.effective === false ? 'Its alert came back: what it did has not lasted.' : null,
  ].filter(Boolean);
}

function facts(run) {
  const end = run.closedAt ? Date.parse(run.closedAt) : null;
  return [
    ['Agent', run.agent],
    ['Environment', run.environment],
    ['On behalf of', run.principal],
    ['Service', run.alert?.service],
    ['Opened', ago(run.openedAt), exactly(run.openedAt)],
    ['Took', end ? span(end - Date.parse(run.openedAt)) : null],
    ['Step', run.step ? String(run.step) : null],
    ['Cost', `${money(run.cost)}${run.llmCalls ? `, ${run.llmCalls} model calls` : ''}`],
    ['For run', run.parentRunId ? el('a', { href: `#/runs/${run.parentRunId}` }, run.parentRunId.slice(0, 13)) : null],
    ['Caused by run', run.causedByRun ? el('a', { href: `#/runs/${run.causedByRun}` }, run.causedByRun.slice(0, 13)) : null],
    ['Alerts joined', run.alertsJoined ? String(run.alertsJoined) : null],
    ['Left out by the sender', run.alert?.leftOut ? `${run.alert.leftOut} more alerts` : null],
  ].filter(([, value]) => value);
}

function alertDetails(alert) {
  const pairs = [...Object.entries(alert.annotations), ...Object.entries(alert.labels)];
  return el('details', { class: 'alert' },
    el('summary', null, `Alert from ${alert.source}: ${words(alert.status)}, ${alert.severity}`),
    el('dl', { class: 'facts' }, pairs.map(([name, value]) =>
      el('div', null, el('dt', null, name), el('dd', null, value)))),
    alert.generatorUrl && /^https?:/.test(alert.generatorUrl)
      ? el('p', null, el('a', { href: alert.generatorUrl, rel: 'noopener noreferrer', target: '_blank' }, 'Where it came from'))
      : null);
}

function endData({ outcome, summary, rootCause, reason, handOver, closedAt }) {
  return { outcome, summary, rootCause, reason, handOver, closedAt };
}

function drawEnd(end) {
  const good = end.outcome === 'RESOLVED' || end.outcome === 'NOT_REPRODUCED';
  return el('section', { class: `card ending ${good ? 'good' : 'bad'}`, 'aria-labelledby': 'end-title' },
    el('h3', { id: 'end-title' }, `Ended: ${words(end.outcome)}`),
    el('p', null, end.summary),
    el('dl', { class: 'facts' }, [['Likely cause', end.rootCause], ['Why it ended', end.reason]]
      .filter(([, value]) => value)
      .map(([name, value]) => el('div', null, el('dt', null, name), el('dd', null, value)))),
    end.handOver ? el('div', { class: 'hand-over' },
      el('h4', null, 'Handed over to you'),
      el('p', null, end.handOver.reason),
      el('p', null, end.handOver.known),
      el('ul', null, end.handOver.nextSteps.map((next) => el('li', null, next)))) : null);
}

function parts(run) {
  return [
    { key: 'verification', targets: run.verification, notifications: run.notifications },
    { key: 'events', events: run.events },
  ];
}

function drawVerification({ targets, notifications }) {
  return el('div', null,
    targets.length ? el('section', { class: 'card', 'aria-labelledby': 'verification-title' },
      el('h3', { id: 'verification-title' }, 'Verification'),
      el('ul', { class: 'plain' }, targets.map((each) => el('li', null,
        el('span', { class: `badge verified-${each.state.toLowerCase()}` }, words(each.state)), ' ', each.target,
        each.attempts ? el('span', { class: 'quiet' }, ` failed ${each.attempts} times`) : null)))) : null,
    notifications.length ? el('section', { class: 'card', 'aria-labelledby': 'told-title' },
      el('h3', { id: 'told-title' }, 'Who was told'),
      el('ul', { class: 'plain' }, notifications.map((each) => el('li', null,
        `${each.channel}: ${words(each.status)}, ${exactly(each.at)}`,
        each.detail ? el('span', { class: 'quiet' }, ` ${each.detail}`) : null)))) : null);
}

function drawEvents({ events }) {
  return el('details', { class: 'events' },
    el('summary', null, `All ${events.length} events`),
    el('ol', null, events.map((event) => el('li', { value: String(event.sequence) },
      el('time', { datetime: event.at }, exactly(event.at)), ` ${event.kind} `,
      el('code', null, JSON.stringify(event.detail))))));
}
