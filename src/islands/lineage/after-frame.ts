/** Does something as soon as what is shown now has been drawn; where nothing is drawn, at once. */
export function afterFrame(act: () => void): void {
  if (document.hidden) act();
  else requestAnimationFrame(() => setTimeout(act));
}
