// Runs before the first paint, so that a stored choice of theme never flashes the other one.
try {
  const theme = localStorage.getItem('dbt-workbench:theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is denied: the system's theme holds.
}
