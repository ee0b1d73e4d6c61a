/* The emergency stop: on every page, two actions away (Alt+S and Enter), and a banner while it is on. */

import { post } from './api.js';
import { announce } from './dom.js';
import { ago, exactly } from './format.js';
import { changed, state } from './state.js';

const byId = (id) => document.getElementById(id);

export function wireStop() {
  dialog('stop', 'stop-dialog', 'stop-form', '/api/stop', 'Emergency stop is on.');
  dialog('resume', 'resume-dialog', 'resume-form', '/api/resume', 'Emergency stop is released.');
  document.addEventListener('keydown', (event) => {
    if (event.altKey && !event.ctrlKey && !event.metaKey && event.code === 'KeyS' && !byId('stop').hidden) {
      event.preventDefault();
      byId('stop').click();
    }
  });
}

function dialog(button, name, formName, path, said) {
  const box = byId(name);
  const form = byId(formName);
  const error = form.querySelector('.error');
  byId(button).addEventListener('click', () => {
    if (!box.open) {
      form.reset();
      error.hidden = true;
      box.showModal();
      form.elements.reason.focus();
    }
  });
  box.querySelector('[data-close]').addEventListener('click', () => box.close());
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const submit = form.querySelector('[type=submit]');
    submit.disabled = true;
    try {
      state.stop = await post(path, { reason: form.elements.reason.value.trim() || undefined });
      changed();
      box.close();
      announce(said);
    } catch (failure) {
      error.textContent = failure.message;
      error.hidden = false;
    } finally {
      submit.disabled = false;
    }
  });
}

export function drawStop() {
  const stop = state.stop;
  const on = Boolean(stop?.active);
  byId('stop-banner').hidden = !on;
  // While nobody knows, it can still be pulled: the order is kept, and holds once Redis is back.
  byId('stop').hidden = on && stop.known;
  document.body.classList.toggle('stopped', on);
  if (on) {
    say('stop-banner-title', stop.known ? 'Emergency stop is on. Nothing acts.' : 'Nothing acts: nobody knows whether the stop is on.');
    say('stop-banner-text', story(stop));
    say('stop-banner-halt', answers(stop));
  }
}

export function hideStop() {
  byId('stop-banner').hidden = true;
  byId('stop').hidden = true;
}

/** Written only when it differs, because each writing is read out. */
function say(id, text) {
  if (byId(id).textContent !== text) {
    byId(id).textContent = text;
  }
}

/** Who has answered the order; in the words of `flyball status`. */
function answers(stop) {
  const halt = stop.halt;
  // An order of release is the newest where somebody set the key by hand: nobody answers for that.
  if (!halt || stop.last?.kind !== 'EMERGENCY_STOP') {
    return '';
  }
  if (halt.confirmed) {
    const ended = halt.answers.reduce((sum, answer) => sum + answer.ended, 0);
    const also = ended ? `; running calls ended: ${ended}` : '';
    return `Confirmed by all live workers: ${halt.answers.length}${also}.`;
  }
  return halt.missing.length
    ? `NOT CONFIRMED. No answer yet from ${halt.missing.map(named).join(', ')}.`
    : 'NOT CONFIRMED: no worker is known to be there.';
}

function named(missing) {
  return missing.silent ? `${missing.worker} (silent since ${exactly(missing.lastSign)})` : missing.worker;
}

function story(stop) {
  if (!stop.known) {
    return stop.reason;
  }
  const since = stop.at ? ` since ${exactly(stop.at)} (${ago(stop.at)})` : '';
  return `Pulled by ${stop.by}${since}: ${stop.reason}`;
}
