/*
 * Nothing can be answered within a second of moving: what slides under a pointer must not get the click that was meant for what was there.
 */

const REST = 1000;
const places = new Map();
let timer = 0;

/** Looks where each child of a list stands now; what has just moved is marked as not to be answered yet. */
export function settle(list) {
  const waits = [...list.children].map((box) => settleOne(box));
  if (waits.some((wait) => wait > 0)) {
    clearTimeout(timer);
    timer = setTimeout(() => settle(list), Math.max(...waits) + 20);
  }
}

function settleOne(box) {
  const now = performance.now();
  const top = Math.round(box.getBoundingClientRect().top + window.scrollY);
  const before = places.get(box.dataset.key);
  if (!before || Math.abs(before.top - top) > 1) {
    places.set(box.dataset.key, { top, since: now });
  }
  let wait = 0;
  for (const button of box.querySelectorAll('[data-answers]')) {
    const ready = Math.max(places.get(box.dataset.key).since + REST, Number(button.dataset.readyAt ?? 0));
    button.setAttribute('aria-disabled', String(now < ready));
    wait = Math.max(wait, ready - now);
  }
  return wait;
}

/** A button of a second step is ready a second after the first one. */
export function readyLater() {
  return String(performance.now() + REST);
}

/** Whether what that button answers has stood still, and the button has been ready. */
export function isAtRest(button) {
  settleOne(button.closest('[data-key]'));
  return button.getAttribute('aria-disabled') !== 'true';
}
