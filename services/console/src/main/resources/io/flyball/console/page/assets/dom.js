/*
 * Builds elements from data. Text only ever becomes text: there is no way from a string to markup here, and the page's
 * policy forbids every other one.
 */

/** An element; attributes that are null or false are left out, functions become listeners. */
export function el(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (typeof value === 'function') {
      element.addEventListener(name, value);
    } else if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/**
 * Makes the container's children follow the items, each with its own key. What has not changed keeps its element, and so
 * keeps focus, selection and open details.
 */
export function follow(container, items, keyOf, draw) {
  const old = new Map([...container.children].map((child) => [child.dataset.key, child]));
  let place = container.firstElementChild;
  for (const item of items) {
    const key = keyOf(item);
    const stamp = JSON.stringify(item);
    let child = old.get(key);
    old.delete(key);
    if (!child || child.dataset.stamp !== stamp) {
      const fresh = draw(item, child);
      fresh.dataset.key = key;
      fresh.dataset.stamp = stamp;
      if (child) {
        keepOpen(child, fresh);
        if (place === child) {
          place = fresh;
        }
        child.replaceWith(fresh);
      }
      child = fresh;
    }
    if (child === place) {
      place = place.nextElementSibling;
    } else {
      container.insertBefore(child, place);
    }
  }
  old.forEach((child) => child.remove());
}

/** What a person has opened, focused or written stays so when its surroundings are drawn anew. */
function keepOpen(before, after) {
  const details = [...after.querySelectorAll('details')];
  [...before.querySelectorAll('details')].forEach((each, i) => {
    if (details[i]) {
      details[i].open = each.open;
    }
  });
  const focused = document.activeElement;
  if (before.contains(focused)) {
    const again = focused.dataset.focus
      ? after.querySelector(`[data-focus="${CSS.escape(focused.dataset.focus)}"]`) ?? after.querySelector('[data-focus-last]')
      : after.querySelector(focused.tagName);
    queueMicrotask(() => again?.focus({ preventScroll: true }));
  }
}

/** Says something to people who listen to the page. */
export function announce(text) {
  document.getElementById('announcer').textContent = text;
}
