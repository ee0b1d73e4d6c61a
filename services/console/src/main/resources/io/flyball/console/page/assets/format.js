/* Times, money and commands as people read them. */

let offset = 0;

/** Browsers' clocks are wrong more often than servers'. */
export function serverTimeIs(now) {
  offset = Date.parse(now) - Date.now();
}

export function now() {
  return Date.now() + offset;
}

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'narrow' });
const absolute = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });

export function ago(time) {
  const seconds = Math.min(0, Math.round((Date.parse(time) - now()) / 1000));
  if (seconds > -60) {
    return relative.format(seconds, 'second');
  }
  if (seconds > -3600) {
    return relative.format(Math.round(seconds / 60), 'minute');
  }
  return seconds > -86400
    ? relative.format(Math.round(seconds / 3600), 'hour')
    : relative.format(Math.round(seconds / 86400), 'day');
}

export function exactly(time) {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? String(time) : absolute.format(date);
}

/** A length of time, as 850 ms, 12 s or 3 min 5 s. */
export function span(milliseconds) {
  if (milliseconds < 1000) {
    return `${Math.round(milliseconds)} ms`;
  }
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) {
    return `${seconds} s`;
  }
  return seconds < 3600
    ? `${Math.floor(seconds / 60)} min ${seconds % 60} s`
    : `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
}

/** What is left until then, as 4:07. */
export function countdown(time) {
  const left = Math.max(0, Math.ceil((Date.parse(time) - now()) / 1000));
  return { left, text: `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}` };
}

export function money(cost) {
  const dollars = Number(cost.dollars);
  return dollars === 0 ? '$0' : `$${dollars < 0.01 ? dollars.toFixed(6) : dollars.toFixed(2)}`;
}

/** AWAITING_APPROVAL becomes awaiting approval. */
export function words(name) {
  return String(name ?? '').toLowerCase().replaceAll('_', ' ');
}

/** An action's arguments as one readable text. */
export function command(args) {
  if (args && Array.isArray(args.argv)) {
    const piped = Array.isArray(args.pipe) ? args.pipe : [];
    return [args.argv, ...piped].map((argv) => [argv].flat().map(quoted).join(' ')).join(' | ');
  }
  return args && typeof args === 'object'
    ? Object.entries(args).map(([name, value]) => `${name}: ${plain(value)}`).join('\n')
    : String(args);
}

function plain(value) {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function quoted(word) {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${String(word).replaceAll("'", "'\\''")}'`;
}
