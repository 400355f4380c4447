// Runs before the first paint, so that a stored choice of theme never flashes the other one, and what only scripts can do
// is there from the start.
document.documentElement.classList.add('js');
try {
  const theme = localStorage.getItem('dbt-workbench:theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is denied: the system's theme holds.
}
