/** Has screen readers say something when they are done with what they say; an empty text takes it back. */
export function announce(text: string): void {
  const region = document.getElementById('live');
  if (region !== null && region.textContent !== text) region.textContent = text;
}
