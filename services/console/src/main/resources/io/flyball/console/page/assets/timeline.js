/* What the agent thought, proposed, was allowed, did and saw, step by step. */

import { el } from './dom.js';
import { command, exactly, span, words } from './format.js';

const VERDICTS = {
  ALLOW: 'Allowed', ALLOW_AND_NOTIFY: 'Allowed, people are told', HOLD_FOR_APPROVAL: 'Held for approval', DENY: 'Denied',
};

/** Decisions with the actions that came from them, and what happened beside them, in order. */
export function timeline(run) {
  const notes = run.notes.map((note) => ({ key: `note-${note.sequence}`, note }));
  return [...turns(run), ...notes].sort((a, b) => when(a).localeCompare(when(b)));
}

function when({ step, note }) {
  return (step ?? note).at;
}

function turns(run) {
  return run.steps.map((step, i) => ({
    key: step.decisionId,
    step,
    actions: run.steps.findLastIndex((other) => other.step === step.step) === i
      ? run.actions.filter((action) => action.step === step.step)
      : [],
  }));
}

export function drawMoment(moment) {
  return moment.note ? drawNote(moment.note) : drawTurn(moment);
}

function drawNote(note) {
  return el('li', { class: `note note-${note.kind.toLowerCase()}` },
    el('p', null, note.text),
    el('time', { class: 'when', datetime: note.at, title: exactly(note.at) }, exactly(note.at).split(', ').at(-1)));
}

function drawTurn({ step, actions }) {
  return el('li', { class: 'turn' },
    el('div', { class: 'turn-head' },
      el('h3', null, `Step ${step.step}: ${words(step.decision)}`),
      el('span', { class: 'quiet' }, `${madeBy(step.decidedBy)} · ${Math.round(step.confidence * 100)} % sure`),
      el('time', { class: 'when', datetime: step.at, title: exactly(step.at) }, exactly(step.at).split(', ').at(-1))),
    el('p', { class: 'reasoning' }, step.reasoning),
    step.refusal ? el('p', { class: 'held' }, `Not followed: ${step.refusal}`) : null,
    actions.map(drawAction));
}

function madeBy(by) {
  return by.planner === 'runbook' ? `runbook ${by.runbook}` : [by.model, by.provider].filter(Boolean).join(' by ') || by.planner;
}

function drawAction(action) {
  const output = action.output || action.error;
  return el('article', { class: `action status-${action.status.toLowerCase()}` },
    el('header', null,
      el('h4', null, action.label ?? action.tool),
      el('span', { class: `badge action-${action.status.toLowerCase()}` }, words(action.status)),
      action.risk ? el('span', { class: `badge risk-${action.risk.toLowerCase()}` }, `${words(action.risk)} risk`) : null,
      action.durationMillis === null ? null : el('span', { class: 'quiet' }, span(action.durationMillis))),
    el('pre', { class: 'command', tabindex: '0', 'aria-label': `Arguments of ${action.tool}` }, `${action.tool}  ${command(action.arguments)}`),
    el('p', { class: 'reasoning' }, action.reasoning),
    action.verdict ? el('p', { class: 'verdict' },
      el('strong', null, VERDICTS[action.verdict] ?? words(action.verdict)), `: ${action.verdictReason}`,
      action.approvedBy ? ` (approved by ${action.approvedBy})` : '') : null,
    action.error ? el('p', { class: 'error' }, action.error) : null,
    output ? el('details', null,
      el('summary', null, `Result${action.exitCode === null ? '' : `, exit code ${action.exitCode}`}`),
      el('pre', { class: 'output', tabindex: '0', 'aria-label': 'Output' }, action.output || action.error),
      action.outputLength > (action.output ?? '').length
        ? el('p', { class: 'quiet' }, `Shortened from ${action.outputLength} characters.`) : null) : null);
}
