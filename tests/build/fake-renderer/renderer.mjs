// A renderer that shows its view as it is, for tests of the engine alone.
export async function renderPage(path, { site, view }) {
  return `<!doctype html><title>${site.title}</title><link rel="stylesheet" href="/__site_base__/_assets/page.Aa11Bb22.css"><p>${path}</p><pre>${JSON.stringify(view)}</pre>\n`;
}
