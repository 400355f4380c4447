import { createApp } from 'astro/app/entrypoint';

const app = createApp({ streaming: false });

// Astro would print a stack to the console and answer with an empty page; the engine wants the
// error itself, to name the page in its report.
app.logger.options.level = 'silent';
app.renderError = (request, { error, status }) => {
  if (error instanceof Error) throw error;
  throw new Error(
    status === 404
      ? `No route renders ${new URL(request.url).pathname}.`
      : `The route answered with status ${String(status)}: ${String(error)}`,
  );
};

// Does once what the first page would wait for, as loading all that requests and responses are made of: workers often
// are there before their first page is. It fails, for want of a view.
void app.render(new Request('http://localhost/')).catch(() => undefined);

/**
 * Renders one page of the site.
 *
 * @param path URL path without the base, e.g. `/models/model.shop.orders/` or `/404.html`
 * @param locals what the route finds in `Astro.locals`
 * @returns the whole HTML, in which the base path is still the placeholder
 * @throws whatever the route threw, or an error when no route matches the path
 */
export async function renderPage(path: string, locals: App.Locals): Promise<string> {
  const route = path.replace(/\.html$/, '');
  const response = await app.render(new Request(`http://localhost${route}`), { locals });
  return await response.text();
}
