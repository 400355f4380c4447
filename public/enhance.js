// Comforts on top of pages that are complete without them: relative times, copy buttons, the theme switch.

const UNITS = [
  ['y', 31_557_600],
  ['mo', 2_629_800],
  ['d', 86_400],
  ['h', 3600],
  ['min', 60],
];

const FAR = 60 * 86_400_000;

/** `2 h ago`, `in 3 d`; under a minute `just now`. Milliseconds. */
function relative(then, now) {
  const seconds = Math.abs(now - then) / 1000;
  const [unit, size] = UNITS.find(([, length]) => seconds >= length) ?? [];
  if (unit === undefined) return 'just now';
  const amount = `${Math.floor(seconds / size)} ${unit}`;
  return then <= now ? `${amount} ago` : `in ${amount}`;
}

function showRelativeTimes() {
  const now = Date.now();
  for (const time of document.querySelectorAll('time[datetime]')) {
    const then = Date.parse(time.dateTime);
    if (Number.isNaN(then)) continue;
    if (time.dataset.absolute !== undefined) {
      time.title = relative(then, now);
      continue;
    }
    if (time.title === '') time.title = time.textContent.trim();
    // What is long ago is told apart by its date.
    const isFar = Math.abs(now - then) > FAR;
    time.textContent = isFar ? time.title.slice(0, 10) : relative(then, now);
  }
}

function showAbsoluteTimes() {
  for (const time of document.querySelectorAll('time[title]:not([data-absolute])'))
    time.textContent = time.title;
}

/** The command that fetches a file of this site from where it is served. */
function curlCommand(path) {
  return `curl -s ${location.origin}${path}`;
}

async function copy(button) {
  const { curl } = button.dataset;
  const code = button.closest('.copyable')?.querySelector('code');
  const status = document.getElementById('live');
  if (curl === undefined && !code) return;
  try {
    await navigator.clipboard.writeText(
      curl === undefined ? code.innerText.replace(/\n$/, '') : curlCommand(curl),
    );
    const label = [...button.childNodes];
    button.textContent = 'Copied';
    if (status) status.textContent = 'Copied';
    setTimeout(() => {
      button.replaceChildren(...label);
      if (status) status.textContent = '';
    }, 1500);
  } catch {
    // The clipboard is denied: the text is selected instead, one keystroke from being copied.
    if (code) getSelection()?.selectAllChildren(code);
  }
}

const THEMES = ['system', 'light', 'dark'];

function theme() {
  return document.documentElement.dataset.theme ?? 'system';
}

function setTheme(next) {
  if (next === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = next;
  try {
    localStorage.setItem('dbt-workbench:theme', next);
  } catch {
    // Storage is denied: the choice holds for this page.
  }
}

function startThemeSwitch() {
  const button = document.getElementById('theme');
  if (!button) return;
  const label = button.querySelector('span');
  const show = () => {
    if (label) label.textContent = `Theme: ${theme()}`;
    button.title = `Theme: ${theme()}`;
  };
  button.addEventListener('click', () => {
    setTheme(THEMES[(THEMES.indexOf(theme()) + 1) % THEMES.length]);
    show();
  });
  show();
  button.hidden = false;
}

/** A region is a stop for the Tab key only while there is something to scroll; a list that fits is no region. */
function watchScrollRegions() {
  const update = (region) => {
    const scrolls =
      region.scrollWidth > region.clientWidth + 1 || region.scrollHeight > region.clientHeight + 1;
    region.classList.toggle('fits', !scrolls);
    if (scrolls) region.tabIndex = 0;
    else region.removeAttribute('tabindex');
  };
  const observer = new ResizeObserver((entries) =>
    entries.forEach((entry) => update(entry.target)),
  );
  for (const region of document.querySelectorAll('[role="region"][tabindex], .md :is(table, pre)'))
    observer.observe(region);
}

function startToc() {
  const links = [...document.querySelectorAll('.toc a')];
  const seen = new Map();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) seen.set(entry.target.id, entry.isIntersecting);
      const first = links.find((link) => seen.get(link.hash.slice(1)));
      if (!first) return;
      for (const link of links) {
        if (link === first) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      }
    },
    { rootMargin: '-64px 0px -40% 0px' },
  );
  for (const link of links) {
    const section = document.getElementById(link.hash.slice(1));
    if (section) observer.observe(section);
  }
}

/** Names the address that leads nowhere, and puts the lists first that it may have been about. */
function showWrongAddress() {
  const address = document.getElementById('address');
  if (!address || location.pathname.endsWith('/404.html')) return;
  address.textContent = location.pathname;
  address.hidden = false;
  const lists = document.getElementById('lists');
  for (const link of lists?.querySelectorAll('a') ?? []) {
    const singular = link.pathname.replace(/s\/$/, '');
    if (location.pathname.startsWith(singular)) lists.prepend(link.closest('li'));
  }
}

document.addEventListener('click', (event) => {
  const button = event.target.closest?.('.copy');
  if (button) void copy(button);
});
for (const button of document.querySelectorAll('.copy')) {
  if (button.dataset.curl !== undefined) button.title = curlCommand(button.dataset.curl);
  button.hidden = false;
}
showWrongAddress();
startThemeSwitch();
watchScrollRegions();
startToc();
showRelativeTimes();
setInterval(showRelativeTimes, 60_000);
addEventListener('beforeprint', showAbsoluteTimes);
addEventListener('afterprint', showRelativeTimes);
