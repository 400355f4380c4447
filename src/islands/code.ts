import { chosenLines, lineHash, type ChosenLines } from './line-range.ts';

/** Shows one of two codes at a time, marks the lines that the address names, and lets Shift choose a range. */
export function startCode(): void {
  for (const codes of document.querySelectorAll<HTMLElement>('[data-codes]')) startSwitch(codes);
  for (const lines of document.querySelectorAll<HTMLElement>('.lines[data-anchor]'))
    lines.addEventListener('click', chooseRange);
  const follow = (): void => followAddress(location.hash);
  addEventListener('hashchange', follow);
  follow();
}

function startSwitch(codes: HTMLElement): void {
  const links = [...codes.querySelectorAll<HTMLAnchorElement>('.switch a')];
  for (const link of links) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      // The address names the choice, without a jump to it.
      history.replaceState(null, '', link.hash);
      show(link.hash.slice(1));
    });
  }
  const [first] = links;
  if (first !== undefined) show(first.hash.slice(1));
}

/** Shows the code with this id, and hides the other one. */
function show(id: string): void {
  const code = document.getElementById(id);
  const codes = code?.closest('[data-codes]');
  if (!codes) return;
  for (const other of codes.querySelectorAll<HTMLElement>('.code')) other.hidden = other !== code;
  for (const link of codes.querySelectorAll<HTMLAnchorElement>('.switch a')) {
    if (link.hash === `#${id}`) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

function followAddress(hash: string): void {
  const named = document.getElementById(hash.slice(1));
  if (named?.matches('[data-codes] > .code')) {
    show(named.id);
    return;
  }
  for (const marked of document.querySelectorAll('.lines > .chosen'))
    marked.classList.remove('chosen');
  const chosen = chosenLines(hash);
  linkToLines(chosen);
  if (chosen === null) return;
  const first = document.getElementById(`${chosen.anchor}${chosen.from}`);
  const code = first?.closest('.code');
  if (!first || !code) return;
  if (code.id !== '') show(code.id);
  const lines = [...(first.closest('.lines')?.children ?? [])];
  for (const line of lines.slice(chosen.from - 1, chosen.to)) line.classList.add('chosen');
  first.scrollIntoView({ block: 'center' });
}

/** Has the link to the file in the repository lead to the lines that are chosen in the source. */
function linkToLines(chosen: ChosenLines | null): void {
  const link = document.querySelector<HTMLAnchorElement>('a[data-lines]');
  if (link === null) return;
  link.dataset['file'] ??= link.href;
  const { file = '', lines = '' } = link.dataset;
  const isSource = chosen?.anchor === 'L';
  link.href = isSource
    ? file + lines.replace('{from}', String(chosen.from)).replace('{to}', String(chosen.to))
    : file;
}

function chooseRange(event: MouseEvent): void {
  const { target } = event;
  const number = target instanceof Element ? target.closest('.lines > span > [id]') : null;
  if (number === null || !(event.currentTarget instanceof HTMLElement)) return;
  const anchor = event.currentTarget.dataset['anchor'] ?? '';
  const line = Number(number.id.slice(anchor.length));
  const before = chosenLines(location.hash);
  const from = event.shiftKey && before?.anchor === anchor ? before.from : line;
  event.preventDefault();
  history.replaceState(null, '', lineHash(anchor, from, line));
  const { scrollX, scrollY } = window;
  followAddress(location.hash);
  // The line is under the pointer already.
  scrollTo(scrollX, scrollY);
}
