/* The list of runs: newest first, narrowed by where they stand and by words. */

import { el, follow } from './dom.js';
import { ago, exactly, words } from './format.js';
import { nameOf, state } from './state.js';

const FILTERS = { open: 'Open', ended: 'Ended', all: 'All' };
const narrowing = { filter: 'all', words: '' };

export function runList(selected) {
  const list = el('ol', { class: 'runs', 'aria-label': 'Runs' });
  const none = el('p', { class: 'empty' });
  const filters = Object.entries(FILTERS).map(([name, label]) => el('button', {
    type: 'button', 'data-filter': name,
    click: () => {
      narrowing.filter = name;
      box.update();
    },
  }, label));
  const search = el('input', {
    type: 'search', 'aria-label': 'Search runs', placeholder: 'Search', value: narrowing.words,
    input: () => {
      narrowing.words = search.value.toLowerCase();
      box.update();
    },
  });
  const box = el('section', { class: 'run-list', 'aria-labelledby': 'runs-title' },
    el('div', { class: 'list-head' },
      el('h2', { id: 'runs-title' }, 'Runs'),
      el('div', { class: 'filters', role: 'group', 'aria-label': 'Show' }, filters),
      search),
    list, none);
  box.update = () => {
    filters.forEach((button) => button.setAttribute('aria-pressed', String(button.dataset.filter === narrowing.filter)));
    const shown = [...state.runs.values()].filter(isShown).sort(newestFirst);
    follow(list, shown.map((run) => ({ run, current: run.id === selected() })), (item) => item.run.id, row);
    none.textContent = state.runs.size ? 'No run like that.' : 'No run yet. An alert opens one, or a person does.';
    none.hidden = shown.length > 0;
  };
  box.update();
  return box;
}

function isShown(run) {
  const fits = narrowing.filter === 'all' || (narrowing.filter === 'open') === !run.outcome;
  return fits && (!narrowing.words || searched(run).includes(narrowing.words));
}

function searched(run) {
  return [run.id, run.goal, run.agent, run.status, run.outcome, run.environment, run.alert?.name, run.alert?.service]
    .join(' ').toLowerCase();
}

function newestFirst(a, b) {
  return b.openedAt.localeCompare(a.openedAt) || b.id.localeCompare(a.id);
}

function row({ run, current }) {
  return el('li', null, el('a', {
    href: `#/runs/${run.id}`, 'aria-current': current ? 'true' : null, class: run.outcome ? 'ended' : 'open',
  },
  el('span', { class: 'name' }, nameOf(run)),
  badge(run),
  el('span', { class: 'where' },
    [run.alert?.service, run.environment, run.agent].filter(Boolean).join(' · ')),
  el('time', { datetime: run.openedAt, title: exactly(run.openedAt), class: 'when' }, ago(run.openedAt))));
}

/** Where a run stands, or how it ended. */
export function badge(run) {
  const name = run.outcome ?? run.status;
  return el('span', { class: `badge state-${name.toLowerCase()}` }, words(name));
}
